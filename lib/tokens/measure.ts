/** Counts a rendered request: every segment, every part's end, tools and tail, and how sure the counts are. */
import type { Model } from "../offers/model";
import type { Readings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import { PLACEHOLDER_TOKENS } from "./content";
import { countPrefixes } from "./count-prefixes";
import { explainParts, joinReasons } from "./explain-parts";
import { boundUncounted, listUncounted } from "./list-uncounted";
import { type MediaSizes, measureMedia } from "./measure-media";
import type { Measured, MeasuredSegment, PartCut, Precision } from "./measured";
import { bandOf, exactPrecision, judgeText, listBandSteps } from "./precision";
import { type RenderedSegment, renderPrompt } from "./render";
import type { CounterFor, TokenCounter } from "./token-counter";

/** By part pointer: tokens an image or video takes beyond its placeholder. */
type MediaTokens = ReadonlyMap<string, number>;

function cutSegment(
  segment: RenderedSegment,
  start: number,
  end: number,
  mediaTokens: MediaTokens,
  counter: TokenCounter,
): readonly PartCut[] {
  const { text, ends } = segment.content;
  if (ends.length === 0) return [{ pointer: segment.pointer, prefix: end, end: text.length, media: "" }];
  // A part rendered before those written before it ends where the furthest of them does: cuts must ascend.
  let furthest = 0;
  const inner = ends.slice(0, -1).map((part) => {
    furthest = Math.max(furthest, part.end);
    return furthest;
  });
  const counts = countPrefixes(counter, text, inner);
  let beyond = 0;
  let media = "";
  return ends.map((part, index) => {
    beyond += mediaTokens.get(part.pointer) ?? 0;
    media += part.media;
    if (index === ends.length - 1) return { pointer: part.pointer, prefix: end, end: text.length, media };
    const prefix = start + (counts[index] ?? 0) + beyond;
    return { pointer: part.pointer, prefix, end: inner[index] ?? 0, media };
  });
}

/**
 * Renders and counts a request with the vocabulary `counterFor` gives for the model. Tokens throughout.
 * @param mediaSizes sizes the user gives to images and videos, by part pointer
 * @param readings what is played where the documentation leaves it open
 */
export function measurePrompt(
  prompt: Prompt,
  model: Model | null,
  counterFor: CounterFor,
  mediaSizes: MediaSizes = {},
  readings?: Readings,
): Measured {
  const counter = counterFor(model);
  const { segments: rendered, tail: tailText } = renderPrompt(prompt, model, readings);
  const media = measureMedia(prompt, model, mediaSizes);
  const mediaTokens = new Map(media.map(({ pointer, tokens }) => [pointer, tokens - PLACEHOLDER_TOKENS]));
  let prefix = 0;
  let tools = 0;
  const segments = rendered.map((segment): MeasuredSegment => {
    const { pointer, members, role, blocks, content, withoutTools } = segment;
    const beyond = content.ends.reduce((sum, part) => sum + (mediaTokens.get(part.pointer) ?? 0), 0);
    const text = counter.count(content.text);
    if (role === "tools") tools = text;
    else if (withoutTools !== null) tools = text - counter.count(withoutTools);
    const start = prefix;
    prefix += text + beyond;
    const cuts = cutSegment(segment, start, prefix, mediaTokens, counter);
    return { pointer, members, role, tokens: text + beyond, prefix, blocks, chunk: content.text, cuts };
  });
  const tail = counter.count(tailText);
  const total = prefix + tail;
  const { rates, reason } = judgeText(model, counter);
  const uncounted = listUncounted(prompt);
  const most = boundUncounted(uncounted, counter);
  const bandSteps = listBandSteps(segments, total, media, rates, counter, most);
  const partsReason = explainParts(
    uncounted.map((one) => one.uncounted),
    media,
  );
  const exact = rates === null && partsReason === null;
  const precision: Precision = exact
    ? exactPrecision(total, reason)
    : { kind: "estimate", ...bandOf(total, { bandSteps }), reason: joinReasons([partsReason, reason]) };
  return {
    segments,
    tools,
    tail,
    tailText,
    total,
    exact,
    estimateReason: exact ? null : precision.reason,
    precision,
    bandSteps,
    media,
  };
}
