/** A conversation as it comes to a comparison: segments known by name and size, or prompts with their text. */
import type { Prompt } from "../prompt/prompt";
import type { SegmentKind, SegmentRole } from "../systems/comparable";

/** Seconds from a common start, and tokens of the answer. */
interface GivenTiming {
  readonly at: number;
  /** Until its response has ended. */
  readonly duration: number;
  /** Until its response begins. */
  readonly firstToken: number;
  readonly completion: number;
  /** Names the conversation; null = nobody has. */
  readonly conversation: string | null;
}

export interface GivenSegment {
  /** Same id and same predecessors = same prefix; texts of different ids differ from their first token on. */
  readonly id: string;
  readonly tokens: number;
  readonly role: SegmentRole;
  readonly kind: SegmentKind;
  readonly blocks: number;
}

export interface GivenMarker {
  /** Index of the segment it stands after. */
  readonly after: number;
  /** Seconds. */
  readonly ttl?: number;
}

export interface GivenSegments extends GivenTiming {
  readonly segments: readonly GivenSegment[];
  readonly markers: readonly GivenMarker[];
}

export interface GivenPrompt extends GivenTiming {
  readonly prompt: Prompt;
}

export type GivenRequest = GivenSegments | GivenPrompt;

export const isPrompt = (request: GivenRequest): request is GivenPrompt => "prompt" in request;
