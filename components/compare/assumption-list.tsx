"use client";
/** What is assumed of a system where its documentation is silent, behind a word that counts it. */
import { findAssumption } from "../../lib/offers/assumptions";
import { formatMany } from "../../lib/values/figures";
import { Popover } from "../ui/popover";
import { Sentence } from "../words/sentence";

interface AssumptionListProps {
  readonly ids: readonly string[];
  /** Of the system. */
  readonly name: string;
}

export function AssumptionList({ ids, name }: AssumptionListProps) {
  const assumptions = ids.flatMap((id) => findAssumption(id) ?? []);
  if (assumptions.length === 0) return null;
  return (
    <Popover
      label={`What is assumed of ${name}`}
      className="max-h-96 w-[min(28rem,calc(100vw-1rem))] overflow-y-auto text-xs"
      button={
        <button
          type="button"
          aria-label={`${formatMany(assumptions.length, "assumption")} of ${name}`}
          className="min-h-6 text-mute decoration-faint decoration-dotted underline-offset-3 [text-decoration-line:underline] hover:decoration-ink"
        >
          {formatMany(assumptions.length, "assumption")}
        </button>
      }
    >
      <ul className="flex flex-col gap-2">
        {assumptions.map(({ id, statement, source, asOf }) => (
          <li key={id}>
            <Sentence said={statement} />{" "}
            <a
              href={source}
              target="_blank"
              rel="noreferrer"
              className="whitespace-nowrap text-accent hover:underline"
            >
              source of {asOf} ↗
            </a>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
