/** A prompt with its token counts, in cache order. */
import type { Said } from "../words/message";

/** A place inside a segment where a part ends. */
export interface PartCut {
  readonly pointer: string;
  /** Tokens from the start of the request to the end of this part. The last part's cut is the segment's end. */
  readonly prefix: number;
  /** UTF-16 length of `chunk` up to the end of this part: with the text before it, the prefix's identity. */
  readonly end: number;
  /** Identity of the images, videos and sounds up to this cut, which the rendered text does not tell apart. */
  readonly media?: string;
}

/** A unit of the prefix: the system turn (tools included), or one message. */
export interface MeasuredSegment {
  /** The message it comes from; `/tools` where tools make a system turn of their own. */
  readonly pointer: string;
  /** Pointers of all messages rendered into it: more than one only where system messages are merged. */
  readonly members: readonly string[];
  readonly role: string;
  /** Tokens this segment adds, template tokens included. */
  readonly tokens: number;
  /** Tokens from the start of the request to the end of the segment, after its `<|im_end|>`. */
  readonly prefix: number;
  /** Content blocks: 1 for a string or a merged system, one per part of an array, 0 for tools alone. */
  readonly blocks: number;
  /** Rendered text of the segment. Chunks concatenate to the rendered request before its tail. */
  readonly chunk: string;
  readonly cuts: readonly PartCut[];
}

/** An image or video with the size and tokens it is counted with. */
export interface MeasuredMedia {
  /** Pointer of its part. */
  readonly pointer: string;
  readonly kind: "image" | "video";
  /** Pixels, before any resizing. */
  readonly width: number;
  readonly height: number;
  /** Length of a video; null for an image. */
  readonly seconds: number | null;
  /** By the documented formula, start and end included. */
  readonly tokens: number;
  readonly sizeFrom: "data" | "user" | "assumed";
  /** True where it is sent with limits of pixels, which the formula leaves out; absent = no. */
  readonly isLimited?: boolean;
}

/** The fewest and the most tokens a count may really be. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** How sure the count of the whole request is. */
export interface Precision extends Band {
  readonly kind: "exact" | "estimate" | "calibrated";
  /** Why, in a sentence or two; null where there is nothing to say. */
  readonly reason: Said | null;
}

/** How far the count may be off at one boundary. All figures are sums from the start of the request, in tokens. */
export interface BandStep {
  readonly prefix: number;
  /** Tokens of images and videos within the prefix. */
  readonly media: number;
  /** By how many tokens the text may really be shorter, and longer; fractions are kept. */
  readonly less: number;
  readonly more: number;
  /** By how many tokens the images and videos may be off either way. */
  readonly spread: number;
}

export interface Measured {
  readonly segments: readonly MeasuredSegment[];
  /** Tokens the tools take inside the first segment (all of it where there is no system message). */
  readonly tools: number;
  /** Tokens after the last message: newline and generation prompt. */
  readonly tail: number;
  readonly tailText: string;
  /** Tokens of the whole rendered request = last prefix + tail. */
  readonly total: number;
  /** True only where the model's vocabulary is the one counted with and everything in the request is text. */
  readonly exact: boolean;
  /** Why the count is no exact one, in a sentence or two; null when exact. */
  readonly estimateReason: Said | null;
  /** Of the total; `bandOf` gives the band of any prefix. */
  readonly precision: Precision;
  /** One for every part's end, ascending, and one for the total; empty where nothing can be off. */
  readonly bandSteps: readonly BandStep[];
  /** Images and videos in the order of the request. */
  readonly media: readonly MeasuredMedia[];
}
