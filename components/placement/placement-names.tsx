/** The names of a placement, those of products with a tag, and what is known of them with its sources. */

import type { BakeOffRow } from "../../lib/placement/bake-off";
import type { KnownPlacement, PlacementEvidence } from "../../lib/placement/known-placements";
import { nameOf } from "../../lib/placement/placement";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";

const EVIDENCE: Record<PlacementEvidence, string> = {
  observed: "observed on the wire",
  "source-code": "read in its source code",
  documented: "documented",
  "third-party": "told by a third party",
  inferred: "inferred",
};

function Fact({ known }: { known: KnownPlacement }) {
  const { placement, note, evidence, source, asOf } = known;
  return (
    <li>
      <span className="font-medium text-ink">{nameOf(placement)}:</span> {note && `${note} `}
      <Hint text={source}>
        <a href={source} target="_blank" rel="noreferrer" className="underline">
          {EVIDENCE[evidence]}, {asOf} ↗
        </a>
      </Hint>
    </li>
  );
}

export function PlacementNames({ row: { names, known } }: { row: BakeOffRow }) {
  return (
    <>
      <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
        {names.map((name) => {
          const facts = known.find(({ placement }) => nameOf(placement) === name);
          return (
            <li key={name} className="inline-flex items-center gap-1.5">
              {name}
              {facts && facts.group !== "plain" && (
                <Tag {...(facts.note ? { hint: facts.note } : {})}>{facts.group}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      {known.length > 0 && (
        <details className="text-xs font-normal text-mute">
          <summary className="w-fit cursor-pointer hover:underline">
            Evidence<span className="sr-only"> of {names.join(", ")}</span>
          </summary>
          <ul className="max-w-prose space-y-0.5 py-1">
            {known.map((each) => (
              <Fact key={each.id} known={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
