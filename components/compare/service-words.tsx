"use client";
/** The document in the words of a row's service: what of its markers is refused or ignored there, and the way to take it along. */
import { useState } from "react";
import type { ServiceJudgement } from "../../lib/export/judge-for";
import type { SystemRow } from "../../lib/pipeline/compare-report";
import { JudgementList } from "../code/judgement-list";
import { TakeAlongDialog } from "../code/take-along-dialog";
import { Button } from "../ui/button";
import { Popover } from "../ui/popover";
import { Sentence } from "../words/sentence";

interface ServiceWordsProps {
  readonly row: SystemRow;
  readonly judgements: readonly ServiceJudgement[];
}

/** Rows that another one takes along: their requests are the same without markers. */
const WITHOUT: ReadonlySet<string> = new Set(["model-studio-implicit"]);

const OUTCOMES = ["refused", "ignored"] as const;

/** Several markers may share a finding, so they are not counted. */
function sayOutcomes(judgements: readonly ServiceJudgement[]): string {
  const outcomes = new Set(judgements.map(({ outcome }) => outcome));
  return OUTCOMES.filter((each) => outcomes.has(each)).join(" and ");
}

function Findings({ row: { name }, judgements }: ServiceWordsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label={`What ${name} makes of the markers`}
      open={isOpen}
      onOpenChange={setIsOpen}
      className="max-h-96 w-[min(28rem,calc(100vw-1rem))] overflow-y-auto text-xs"
      button={
        <button
          type="button"
          aria-label={`markers ${sayOutcomes(judgements)} on ${name}`}
          className="min-h-6 text-mute decoration-faint decoration-dotted underline-offset-3 [text-decoration-line:underline] hover:decoration-ink"
        >
          markers {sayOutcomes(judgements)}
        </button>
      }
    >
      <JudgementList name={name} judgements={judgements} onLeave={() => setIsOpen(false)} />
    </Popover>
  );
}

export function ServiceWords({ row, judgements }: ServiceWordsProps) {
  const [isTaken, setIsTaken] = useState(false);
  const refused = judgements.filter(({ outcome }) => outcome === "refused");
  return (
    <>
      {row.refusals.length === 0 &&
        refused.map(({ message, pointer }) => (
          <span key={pointer + JSON.stringify(message)} data-judged className="block text-xs text-bad">
            Refuses the document as it stands: <Sentence said={message} />
          </span>
        ))}
      <span className="flex flex-wrap items-center gap-x-2 text-xs">
        {judgements.length > 0 && <Findings row={row} judgements={judgements} />}
        {!WITHOUT.has(row.id) && (
          <Button
            look="link"
            className="min-h-6 text-xs"
            aria-haspopup="dialog"
            aria-label={`Take it along to ${row.name}`}
            onClick={() => setIsTaken(true)}
          >
            Take it along
          </Button>
        )}
      </span>
      {isTaken && <TakeAlongDialog first={row.id} onClose={() => setIsTaken(false)} />}
    </>
  );
}
