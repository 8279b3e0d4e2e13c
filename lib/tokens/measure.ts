/** Counts a rendered request: every segment, every part's end, tools and tail. */
import type { Model } from "../models/model";
import type { PartKind, Prompt } from "../prompt/prompt";
import type { Measured, MeasuredSegment, PartCut } from "./measured";
import { type RenderedSegment, renderPrompt } from "./render";
import type { CounterFor, TokenCounter } from "./token-counter";

const UNCOUNTABLE: readonly PartKind[] = ["image", "video", "audio", "unknown"];

function explainEstimate(prompt: Prompt, model: Model | null): string | null {
  const strange = prompt.messages
    .flatMap(({ parts }) => parts)
    .find(({ kind }) => UNCOUNTABLE.includes(kind));
  if (strange) {
    return strange.kind === "unknown"
      ? "The request has a part of a kind that is not known here; only its text is counted."
      : `The size of the ${strange.kind} is not known: a fixed number of tokens stands for it.`;
  }
  if (!model)
    return "The model is not in the catalogue: counted with the Qwen3 vocabulary and Qwen3.5's template.";
  if (model.generation === null)
    return "This model's vocabulary and template are not documented: counted as if it were Qwen3.5.";
  if (model.template !== "qwen3") {
    return "Counted with the Qwen3 vocabulary: that of Qwen3.5 and later is in no package registry.";
  }
  return null;
}

function cutSegment(
  segment: RenderedSegment,
  start: number,
  end: number,
  counter: TokenCounter,
): readonly PartCut[] {
  const { text, ends } = segment.content;
  if (ends.length === 0) return [{ pointer: segment.pointer, prefix: end, end: text.length, media: "" }];
  let mediaTokens = 0;
  let media = "";
  return ends.map((part, index) => {
    mediaTokens += part.mediaTokens;
    media += part.media;
    if (index === ends.length - 1) return { pointer: part.pointer, prefix: end, end: text.length, media };
    const prefix = start + counter.count(text.slice(0, part.end)) + mediaTokens;
    return { pointer: part.pointer, prefix, end: part.end, media };
  });
}

/** Renders and counts a request with the vocabulary `counterFor` gives for the model. Tokens throughout. */
export function measurePrompt(prompt: Prompt, model: Model | null, counterFor: CounterFor): Measured {
  const counter = counterFor(model);
  const { segments: rendered, tail: tailText } = renderPrompt(prompt, model);
  let prefix = 0;
  let tools = 0;
  const segments = rendered.map((segment): MeasuredSegment => {
    const { pointer, members, role, blocks, content, withoutTools } = segment;
    const media = content.ends.reduce((sum, part) => sum + part.mediaTokens, 0);
    const text = counter.count(content.text);
    if (role === "tools") tools = text;
    else if (withoutTools !== null) tools = text - counter.count(withoutTools);
    const start = prefix;
    prefix += text + media;
    const cuts = cutSegment(segment, start, prefix, counter);
    return { pointer, members, role, tokens: text + media, prefix, blocks, chunk: content.text, cuts };
  });
  const tail = counter.count(tailText);
  const estimateReason = explainEstimate(prompt, model);
  return {
    segments,
    tools,
    tail,
    tailText,
    total: prefix + tail,
    exact: estimateReason === null,
    estimateReason,
  };
}
