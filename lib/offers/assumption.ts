/** What an assumption is: something the simulator does where the documentation is silent, with a name of its own. */

export interface Assumption {
  readonly id: string;
  /** One or two sentences: what the simulator does. */
  readonly statement: string;
  readonly evidence: "inferred";
  /** The page that leaves it open. */
  readonly source: string;
  readonly asOf: string;
}

export const assume = (id: string, source: string, asOf: string, statement: string): Assumption => ({
  id,
  statement,
  evidence: "inferred",
  source,
  asOf,
});
