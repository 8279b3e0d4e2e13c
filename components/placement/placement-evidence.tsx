/** What is known of a placement that a product uses, or that the documentation shows: a sentence and its source. */
import type { KnownPlacement, PlacementEvidence } from "../../lib/placement/known-placements";
import { Hint } from "../ui/hint";

const EVIDENCE: Record<PlacementEvidence, string> = {
  observed: "observed on the wire",
  "source-code": "read in its source code",
  documented: "documented",
  "third-party": "told by a third party",
  inferred: "inferred",
};

export function PlacementEvidenceText({ known }: { readonly known: KnownPlacement }) {
  const { note, evidence, source, asOf } = known;
  return (
    <p className="text-xs text-mute">
      {note && `${note} `}
      <Hint text={source}>
        <a href={source} target="_blank" rel="noreferrer" className="underline">
          {EVIDENCE[evidence]}, {asOf} ↗
        </a>
      </Hint>
    </p>
  );
}
