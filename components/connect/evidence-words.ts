/** How sure what is said of a tool is, in a word. */
import type { PlacementEvidence } from "../../lib/placement/known-placements";
import type { MessageKey } from "../../lib/words/message";

export const EVIDENCE_WORDS = {
  documented: "connect.documented",
  observed: "connect.observed",
  "source-code": "connect.sourceCode",
  "third-party": "connect.thirdParty",
  inferred: "connect.inferred",
} as const satisfies Readonly<Record<PlacementEvidence, MessageKey>>;
