/** Why a request read what it read: each kind of reason by its one name, explained in a sentence or two. */
import { nameReason, type ReasonKind } from "../reasons/kinds";
import { tell } from "../words/message";
import type { Term } from "./terms";

/** A kind of reason as a term, under the name it has everywhere. */
export const explainReason = (kind: ReasonKind): Term => ({
  name: nameReason(kind),
  says: tell(`glossary.reason_${kind}`),
});
