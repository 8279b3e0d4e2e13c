/** A preset: a request, the scenario that plays on it, and what it teaches. */
import type { Scenario } from "../scenario";

export interface Preset {
  readonly id: string;
  readonly title: string;
  /** One sentence: when to lay out a prompt this way. */
  readonly description: string;
  readonly model: string;
  /** The request body as JSON text. */
  readonly text: string;
  readonly scenario: Scenario;
}
