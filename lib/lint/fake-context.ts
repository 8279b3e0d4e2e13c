/** Lint contexts for tests: the real reader and layout over a tokenizer that counts one token a character. */

import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Model, Region } from "../offers/model";
import { findRules } from "../offers/model-studio-offer";
import { parsePrompt } from "../prompt/parse";
import type { Message, Prompt } from "../prompt/prompt";
import { layOutPrompt } from "../systems/lay-out";
import type { Measured, MeasuredSegment, PartCut } from "../tokens/measured";
import { exactPrecision } from "../tokens/precision";
import type { LintContext } from "./lint-context";
import type { Finding, Rule } from "./rule";

/**
 * The context of a text that holds a request; null of one that does not.
 * @param later bodies of the requests that follow; one that cannot be read is left out
 */
export function fakeContext(
  text: string,
  region: Region = "intl",
  later: readonly string[] = [],
): LintContext | null {
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) return null;
  const modelName = prompt.model;
  const model = modelName === null ? null : findModel(modelName);
  const measured = measureByCharacters(prompt, model);
  const rules = findRules(modelName ?? "", region);
  const { layout, markers } = layOutPrompt(
    prompt,
    measured,
    model,
    createPrefixIndex(),
    modelName ?? "",
    rules,
  );
  const following = later.flatMap((body) => parsePrompt(body).prompt ?? []);
  return {
    text,
    prompt,
    errors,
    measured,
    model,
    modelName,
    region,
    isRegionAssumed: false,
    rules,
    layout,
    markers,
    following,
  };
}

/** What a rule finds, with every mend made. */
export const findWithMends = (rule: Rule, context: LintContext): Finding[] =>
  rule.check(context).map(({ mend, ...found }) => ({ ...found, ...mend?.() }));

function measureByCharacters(prompt: Prompt, model: Model | null): Measured {
  const merges = model?.template !== "qwen3";
  const groups: Message[][] = [];
  for (const message of prompt.messages) {
    const last = groups.at(-1);
    const joins = merges && message.role === "system" && groups.length === 1 && last?.[0]?.role === "system";
    if (joins) last?.push(message);
    else groups.push([message]);
  }
  const segments: MeasuredSegment[] = [];
  let prefix = 0;
  for (const members of groups) {
    const cuts: PartCut[] = [];
    let chunk = "";
    for (const part of members.flatMap((message) => message.parts)) {
      chunk += part.text;
      cuts.push({ pointer: part.pointer, prefix: prefix + chunk.length, end: chunk.length });
    }
    prefix += chunk.length;
    const pointer = members[0]?.pointer ?? "";
    const role = members[0]?.role ?? "";
    const blocks = Math.max(1, cuts.length);
    segments.push({
      pointer,
      members: members.map((message) => message.pointer),
      role,
      tokens: chunk.length,
      prefix,
      blocks,
      chunk,
      cuts,
    });
  }
  return {
    segments,
    tools: 0,
    tail: 4,
    tailText: "tail",
    total: prefix + 4,
    exact: true,
    estimateReason: null,
    precision: exactPrecision(prefix + 4),
    bandSteps: [],
    media: [],
  };
}
