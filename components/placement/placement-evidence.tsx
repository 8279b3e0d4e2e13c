"use client";
/** What is known of a placement that a product uses, or that the documentation shows: a sentence and its source. */
import type { KnownPlacement, PlacementEvidence } from "../../lib/placement/known-placements";
import type { MessageKey } from "../../lib/words/message";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";

const EVIDENCE = {
  observed: "placement.observed",
  "source-code": "placement.sourceCode",
  documented: "placement.documented",
  "third-party": "placement.thirdParty",
  inferred: "placement.inferred",
} as const satisfies Readonly<Record<PlacementEvidence, MessageKey>>;

export function PlacementEvidenceText({ known }: { readonly known: KnownPlacement }) {
  const { t, say, gap } = useWords();
  const { note, evidence, source, asOf } = known;
  return (
    <p className="text-xs text-mute">
      {note && say(note)}
      {note && gap}
      <Hint text={source}>
        <a href={source} target="_blank" rel="noreferrer" className="underline">
          {t("savings.evidence", { evidence: t(EVIDENCE[evidence]), asOf })}
        </a>
      </Hint>
    </p>
  );
}
