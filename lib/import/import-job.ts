/** What the page and the import worker say to each other. */

import type { Said } from "../words/message";
import type { ImportOutcome } from "./imported";

/** A file, or a text that was pasted or dropped. */
export interface ImportItem {
  readonly name: Said;
  readonly content: Blob | string;
}

export interface ImportJob {
  readonly items: readonly ImportItem[];
  /** Random bytes of this import alone: they name redacted ids. */
  readonly key: Uint8Array;
}

export interface ImportProgress {
  /** The item now read. */
  readonly name: Said;
  /** Bytes of the files read so far; of texts their characters. */
  readonly done: number;
  readonly total: number;
}

export type ImportAnswer =
  | ({ readonly kind: "progress" } & ImportProgress)
  | { readonly kind: "done"; readonly outcome: ImportOutcome };
