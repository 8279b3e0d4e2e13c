/** What an assumption is: something the simulator does where the documentation is silent, with a name of its own. */
import { type Message, type MessageKey, tell } from "../words/message";

/** Names that have a statement in every language. */
export type AssumptionId = MessageKey extends infer Key
  ? Key extends `assumptions.${infer Id}`
    ? Id
    : never
  : never;

export interface Assumption {
  readonly id: AssumptionId;
  /** One or two sentences: what the simulator does. */
  readonly statement: Message;
  readonly evidence: "inferred";
  /** The page that leaves it open. */
  readonly source: string;
  readonly asOf: string;
}

export const assume = (id: AssumptionId, source: string, asOf: string): Assumption => ({
  id,
  statement: tell(`assumptions.${id}`),
  evidence: "inferred",
  source,
  asOf,
});
