/** A problem found in a request, with its place, its evidence and, where possible, its mend. */
import type { Evidence } from "../offers/model";
import type { TextEdit, TextRange } from "../prompt/prompt";
import type { Message, Said } from "../words/message";

export type Severity = "error" | "warning" | "info";

export interface Fix {
  /** Imperative, e.g. "Convert the content to an array". */
  readonly title: Said;
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic {
  /** Rule id, e.g. `below-minimum`. */
  readonly rule: string;
  /** The rule's name. */
  readonly title: Message;
  readonly severity: Severity;
  /** One sentence: what will happen at the service, and where. */
  readonly message: Said;
  readonly pointer: string;
  readonly range: TextRange;
  readonly evidence: Evidence;
  /** URL. */
  readonly source: string;
  /** Date of the source, e.g. `2026-05-25`. */
  readonly asOf: string;
  readonly fix?: Fix;
  /** How many places it stands for that are not listed one by one; absent = its own alone. */
  readonly more?: number;
}

/** How many places have something wrong, those that are not listed one by one among them. */
export const countPlaces = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.reduce((sum, { more = 1 }) => sum + more, 0);
