/** Lays out requests of Model Studio in one go: their blocks read, and their markers by the rules of a model. */
import type { Blocks } from "../layout/blocks";
import type { LaidOut } from "../layout/layout";
import type { PrefixIndex } from "../layout/prefix-index";
import { readBlocks } from "../layout/read-blocks";
import { readSegments, type SegmentRequest } from "../layout/read-segments";
import type { Model } from "../offers/model";
import type { Prompt } from "../prompt/prompt";
import type { Measured } from "../tokens/measured";
import { type MarkRules, markModelStudio } from "./mark-model-studio";

/**
 * Lays out a measured prompt.
 * @param index shared by all requests whose prefixes are to be compared
 * @param modelName whose entries the request shares; by default the name in the body, else the model's
 * @param rules of the offer it is sent to; absent = the model's, wherever it is offered
 */
export const layOutPrompt = (
  prompt: Prompt,
  measured: Measured,
  model: Model | null,
  index: PrefixIndex,
  modelName: string = prompt.model ?? model?.model ?? "",
  rules: MarkRules = { model },
): LaidOut => markModelStudio(readBlocks(prompt, measured, index, modelName, rules), rules);

/** Lays out a text-free request; `blocks` is for the next one to share. */
export function layOutSegments(
  {
    model,
    modelName,
    rules = { model },
    ...request
  }: Omit<SegmentRequest, "model"> & {
    readonly model: Model | null;
    readonly modelName: string;
    readonly rules?: MarkRules;
  },
  index: PrefixIndex,
  previous?: Blocks,
): LaidOut & { readonly blocks: Blocks } {
  const blocks = readSegments({ ...request, model: modelName }, index, previous);
  return { ...markModelStudio(blocks, rules), blocks };
}
