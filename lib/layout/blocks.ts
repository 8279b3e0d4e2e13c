/** A request as every cache system gets it: what it is made of in cache order, and the markers as they are written. */

import type { Marker } from "../prompt/prompt";
import type { BandStep } from "../tokens/measured";
import type { JsonValue } from "../values/json";
import type { Chunk, Cut, Opening } from "./layout";

/** The stretch of a prompt that a block belongs to: the system turn, the tools, or one message. */
export interface BlockSegment {
  /** `tools` where they have a turn of their own; a template that renders them into the system turn makes them part of it. */
  readonly level: "tools" | "system" | "message";
  readonly role: string;
  readonly pointer: string;
  /** True where it is rendered from several messages. */
  readonly isMerged: boolean;
}

/** What lies between two places where some system may end an entry: a part, or a message that has none. */
export interface Block extends Cut {
  readonly segment: BlockSegment;
  /** True where its segment ends with it. */
  readonly isEnd: boolean;
}

/** A marker where it is written. */
export interface BlockMarker {
  readonly pointer: string;
  readonly place: Marker["place"];
  /** Index of the block that it marks; null where that is no part of the rendered prompt. */
  readonly block: number | null;
  /** Its words; null in the text-free form, where a marker is only meant. */
  readonly form: { readonly key: Marker["key"]; readonly value: JsonValue } | null;
}

export interface Blocks {
  /** Whose entries the request shares. */
  readonly model: string;
  /** Ascending. */
  readonly blocks: readonly Block[];
  /** In cache order. */
  readonly markers: readonly BlockMarker[];
  /** All input tokens. */
  readonly prompt: number;
  /** What the request itself says about thinking; null = nothing. */
  readonly thinking: boolean | null;
  /** How sure its counts are. */
  readonly bandSteps: readonly BandStep[];
  /** True of a request to the Responses API, where the service places breakpoints and markers mean nothing. */
  readonly viaResponses?: boolean;
  /** True of the Anthropic dialect where a system message stands behind others. */
  readonly hasMiddleSystem?: boolean;
  /** Both are absent in the text-free form. */
  readonly opening?: Omit<Opening, "cuts"> & {
    /** Tokens up to the end of the system turn, tools included; 0 where the request has none. */
    readonly end: number;
  };
  readonly chunks?: readonly Chunk[];
}
