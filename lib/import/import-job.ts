/** What the page and the import worker say to each other. */

import type { Said } from "../words/message";
import type { Imported, ImportKind, ImportOutcome } from "./imported";

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

/** What the records read so far are. */
export interface FoundRecords {
  readonly kind: ImportKind;
  readonly count: number;
}

/** An import of which all is known but its texts: the search for keys and ids in them, which may take long, is not done. */
export interface SeenImport {
  /** Has no layout and nothing taken out yet. */
  readonly imported: Imported;
  readonly requests: number;
}

/** Keys and ids are taken out of one request after the other. */
export interface CleaningProgress {
  readonly step: "clean";
  /** Requests. */
  readonly done: number;
  readonly total: number;
  /** How much was taken out so far. */
  readonly removed: number;
}

export type ReadingProgress =
  | {
      readonly step: "read";
      /** The item now read. */
      readonly name: Said;
      /** Bytes of the files read so far; of texts their characters. */
      readonly done: number;
      readonly total: number;
      /** Null where nothing is known yet: most formats are one value, read as a whole. */
      readonly found: FoundRecords | null;
    }
  /** All is read, and looked at as a whole. */
  | { readonly step: "recognise" };

export type ImportProgress =
  | ReadingProgress
  | { readonly step: "seen"; readonly seen: SeenImport }
  | CleaningProgress;

export type ImportAnswer =
  | ({ readonly kind: "progress" } & ImportProgress)
  | { readonly kind: "done"; readonly outcome: ImportOutcome };
