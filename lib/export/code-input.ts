/** What a program is written from, and what a form of program is. */

import type { PriceOverride } from "../offers/model";
import type { ToldReadings } from "../offers/readings";
import type { Placement } from "../placement/placement";
import type { Dialect } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";
import type { Words } from "../words/create-words";
import type { Said } from "../words/message";

/** What is played where the documentation leaves it open: a program only places its markers by it. */
export interface CodeInput extends ToldReadings {
  /** The document. */
  readonly text: string;
  /** What follows the document in a conversation; null = nothing does. */
  readonly scenario: Scenario | null;
  readonly placement: Placement;
  /** Used where the document names no model. */
  readonly model: string;
  /** Id of an endpoint without its dialect, e.g. `intl` or `workspace-eu`. */
  readonly host: string;
  /** True where nobody chose the host: it is only that of the region which is preselected. */
  readonly isHostAssumed?: boolean;
  /** That the user has entered: whoever has a price of a cache has it. */
  readonly prices?: readonly PriceOverride[];
  /** Id of the workspace for hosts that hold one; null = not known. */
  readonly workspace: string | null;
  /** False writes the single request as it stands, true a conversation that places its markers. */
  readonly loop: boolean;
  /** The language of the program's comments. */
  readonly words: Words;
}

export interface CodeOutput {
  /** Empty where the document is no request. */
  readonly code: string;
  /** What the form cannot carry or what to know of it, one sentence each. */
  readonly notes: readonly Said[];
}

export interface CodeForm {
  readonly id: string;
  readonly label: string;
  readonly language: "shell" | "python" | "typescript";
  /** What it can send; a document of another dialect is converted to the first. */
  readonly dialects: readonly Dialect[];
  readonly fileName: string;
  /** Writes the program. Never throws. */
  write(input: CodeInput): CodeOutput;
}
