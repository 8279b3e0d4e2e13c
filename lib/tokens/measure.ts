/** Counts a rendered request: every segment, every part's end, tools and tail, and how sure the counts are. */
import type { Model } from "../offers/model";
import type { Readings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import { countAlike } from "../values/count-alike";
import { PLACEHOLDER_TOKENS } from "./content";
import { countPrefixes } from "./count-prefixes";
import { explainParts, joinReasons } from "./explain-parts";
import { boundUncounted, listUncounted } from "./list-uncounted";
import { type MediaSizes, measureMedia } from "./measure-media";
import type { Measured, PartCut, Precision } from "./measured";
import { bandOf, exactPrecision, judgeText, listBandSteps } from "./precision";
import { type RenderedPrompt, renderPrompt } from "./render";
import type { RenderedSegment } from "./render-turn";
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

/** A request that was measured, and what of it the next one may take over. */
interface Kept {
  readonly prompt: Prompt;
  readonly rendered: RenderedPrompt;
  readonly measured: Measured;
  /** True where all of it is text that is counted. */
  readonly isPlain: boolean;
}

/** What a request was counted by: nothing is taken over between requests that differ in it. */
interface CountedBy {
  readonly model: Model | null;
  readonly counter: TokenCounter;
  readonly readings: Readings | undefined;
}

function measureBehind(
  prompt: Prompt,
  model: Model | null,
  counter: TokenCounter,
  mediaSizes: MediaSizes,
  before: Kept | null,
  readings: Readings | undefined,
): Kept {
  const rendered = renderPrompt(prompt, model, { before: before?.rendered, readings });
  const shared = before ? countAlike(rendered.segments, before.rendered.segments) : 0;
  // What begins as a request of counted text alone has nothing else there.
  const behind = before?.isPlain
    ? { ...prompt, messages: prompt.messages.slice(countAlike(prompt.messages, before.prompt.messages)) }
    : prompt;
  const media = measureMedia(behind, model, mediaSizes);
  const mediaTokens = new Map(media.map(({ pointer, tokens }) => [pointer, tokens - PLACEHOLDER_TOKENS]));
  const isTaken = before?.isPlain === true && shared > 0;
  const segments = isTaken ? before.measured.segments.slice(0, shared) : [];
  let prefix = segments.at(-1)?.prefix ?? 0;
  let tools = isTaken ? before.measured.tools : 0;
  for (const segment of rendered.segments.slice(segments.length)) {
    const { pointer, members, role, blocks, content, withoutTools } = segment;
    const beyond = content.ends.reduce((sum, part) => sum + (mediaTokens.get(part.pointer) ?? 0), 0);
    const text = counter.count(content.text);
    if (role === "tools") tools = text;
    else if (withoutTools !== null) tools = text - counter.count(withoutTools);
    const start = prefix;
    prefix += text + beyond;
    const cuts = cutSegment(segment, start, prefix, mediaTokens, counter);
    segments.push({
      pointer,
      members,
      role,
      tokens: text + beyond,
      prefix,
      blocks,
      chunk: content.text,
      cuts,
    });
  }
  const tail = counter.count(rendered.tail);
  const total = prefix + tail;
  const { rates, reason } = judgeText(model, counter);
  const uncounted = listUncounted(behind);
  const most = boundUncounted(uncounted, counter);
  const taken = isTaken && uncounted.length === 0 ? shared : 0;
  const known = { segments: before?.measured.segments ?? [], steps: before?.measured.bandSteps ?? [], taken };
  const bandSteps = listBandSteps(segments, total, media, rates, counter, most, known);
  const partsReason = explainParts(
    uncounted.map((one) => one.uncounted),
    media,
  );
  const exact = rates === null && partsReason === null;
  const precision: Precision = exact
    ? exactPrecision(total, reason)
    : { kind: "estimate", ...bandOf(total, { bandSteps }), reason: joinReasons([partsReason, reason]) };
  const measured = {
    segments,
    tools,
    tail,
    tailText: rendered.tail,
    total,
    exact,
    estimateReason: exact ? null : precision.reason,
    precision,
    bandSteps,
    media,
  };
  return { prompt, rendered, measured, isPlain: media.length === 0 && uncounted.length === 0 };
}

/**
 * Measures the requests of one conversation after another, each with the vocabulary `counterFor` gives for its model. A
 * request costs what is new in it: segments that the request before begins with too are the same objects.
 * @param mediaSizes sizes the user gives to images and videos, by part pointer
 */
export function createMeasurer(
  counterFor: CounterFor,
  mediaSizes: MediaSizes = {},
): (prompt: Prompt, model: Model | null, readings?: Readings) => Measured {
  let last: (CountedBy & { readonly kept: Kept }) | null = null;
  return (prompt, model, readings) => {
    const counter = counterFor(model);
    const isSame = last?.model === model && last.counter === counter && last.readings === readings;
    const before = isSame && last ? last.kept : null;
    const kept = measureBehind(prompt, model, counter, mediaSizes, before, readings);
    last = { model, counter, readings, kept };
    return kept.measured;
  };
}

/** Measures one request by itself. @param readings what is played where the documentation leaves it open */
export const measurePrompt = (
  prompt: Prompt,
  model: Model | null,
  counterFor: CounterFor,
  mediaSizes: MediaSizes = {},
  readings?: Readings,
): Measured => createMeasurer(counterFor, mediaSizes)(prompt, model, readings);
