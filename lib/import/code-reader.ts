/** What reads values of a program one after the other, and what it is told of the program. */

import type { Said } from "../words/message";
import type { CodeNames } from "./code-names";

export interface CodeReader {
  /** Where it stands, in UTF-16 units of the text. */
  at: number;
  /** Names of what was not in the code, in order. */
  readonly missing: readonly Said[];
  /** Names that the text gives values to. */
  readonly names: CodeNames;
  /** Names that were looked up. */
  used(): Iterable<string>;
  /** Offset of the first thing that no value consists of; null where there was none. */
  wrongAt(): number | null;
  /** Skips blanks and comments; whether this sign comes next. */
  sees(sign: string): boolean;
  /** Takes the sign where it comes next. */
  takes(sign: string): boolean;
  takeName(): string | null;
  /** The next value up to a comma or a closing bracket; never throws. */
  readValue(depth?: number): unknown;
}

export interface CodeOptions {
  /** Whether `Name(field=value)` is an object that was printed, rather than a call of the program. */
  readonly hasClasses?: boolean;
  /** False where names mean nothing, as in the lines of a log; absent = they stand for what they were given. */
  readonly hasNames?: boolean;
}
