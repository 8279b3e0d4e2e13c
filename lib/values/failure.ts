/** One shape for "it failed": a result that holds why. */
import type { Said } from "../words/message";

export interface Failure {
  readonly ok: false;
  /** One sentence for the reader: what is wrong, and the way out where there is one. */
  readonly reason: Said;
}

export const fail = (reason: Said): Failure => ({ ok: false, reason });

/** What was thrown, in words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Thrown where a reader is to learn why, in their language. */
export class Refusal extends Error {
  constructor(readonly said: Said) {
    super(typeof said === "string" ? said : said.key);
  }
}

/** What was thrown, for the reader: as it was said, else in the words it came with. */
export const saidOf = (error: unknown): Said => (error instanceof Refusal ? error.said : reasonOf(error));
