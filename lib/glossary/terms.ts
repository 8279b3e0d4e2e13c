/** The words of the field, each explained in one or two sentences; the page shows them where a word is pointed at. */
import { type Message, type Said, tell } from "../words/message";

export interface Term {
  readonly name: Said;
  /** One or two sentences, exact, for a reader who meets the word for the first time. */
  readonly says: Message;
}

/** In the order in which they explain each other. Their figures are Model Studio's; a model's own are in its rules. */
const IDS = [
  "prefix",
  "tail",
  "template",
  "segment",
  "marker",
  "breakpoint",
  "entry",
  "read",
  "written",
  "uncached",
  "completion",
  "lookback",
  "block",
  "minimum",
  "hit",
  "miss",
  "follows",
  "filler",
  "implicit",
  "explicit",
  "session",
  "canonical",
  "shape",
  "breakEven",
  "atBest",
  "withoutCache",
  "keepAlive",
  "placement",
  "scenario",
  "estimate",
  "calibrated",
] as const;

export type TermId = (typeof IDS)[number];

export const findTerm = (id: TermId): Term => ({
  name: tell(`glossary.${id}Name`),
  says: tell(`glossary.${id}Says`),
});

/** All of them, in the order in which they explain each other. */
export const listTerms = (): readonly (Term & { readonly id: TermId })[] =>
  IDS.map((id) => ({ id, ...findTerm(id) }));
