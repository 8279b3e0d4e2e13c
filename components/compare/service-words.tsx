"use client";
/** The document in the words of a row's service: what of its markers is refused or ignored there, and the way to take it along. */
import { useState } from "react";
import type { ServiceJudgement } from "../../lib/export/judge-for";
import type { SystemRow } from "../../lib/pipeline/compare-report";
import { JudgementList } from "../code/judgement-list";
import { TakeAlongDialog } from "../code/take-along-dialog";
import { Button } from "../ui/button";
import { Popover } from "../ui/popover";
import { useWords } from "../words/use-words";

interface ServiceWordsProps {
  readonly row: SystemRow;
  readonly judgements: readonly ServiceJudgement[];
}

/** Rows that another one takes along: their requests are the same without markers. */
const WITHOUT: ReadonlySet<string> = new Set(["model-studio-implicit"]);

type Findings = "markersRefused" | "markersIgnored" | "markersBoth";

/** Several markers may share a finding, so they are not counted. */
function findingsOf(judgements: readonly ServiceJudgement[]): Findings {
  const outcomes = new Set(judgements.map(({ outcome }) => outcome));
  if (outcomes.has("refused") && outcomes.has("ignored")) return "markersBoth";
  return outcomes.has("refused") ? "markersRefused" : "markersIgnored";
}

function Findings({ row: { name }, judgements }: ServiceWordsProps) {
  const { t, say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const findings = findingsOf(judgements);
  return (
    <Popover
      label={t("compare.madeOfMarkers", { name })}
      open={isOpen}
      onOpenChange={setIsOpen}
      className="max-h-96 w-[min(28rem,calc(100vw-1rem))] overflow-y-auto text-xs"
      button={
        <button
          type="button"
          aria-label={t(`compare.${findings}On`, { name })}
          className="min-h-6 text-mute decoration-faint decoration-dotted underline-offset-3 [text-decoration-line:underline] hover:decoration-ink"
        >
          {t(`compare.${findings}`)}
        </button>
      }
    >
      <JudgementList name={say(name)} judgements={judgements} onLeave={() => setIsOpen(false)} />
    </Popover>
  );
}

export function ServiceWords({ row, judgements }: ServiceWordsProps) {
  const { t, say } = useWords();
  const [isTaken, setIsTaken] = useState(false);
  const refused = judgements.filter(({ outcome }) => outcome === "refused");
  return (
    <>
      {row.refusals.length === 0 &&
        refused.map(({ message, pointer }) => (
          <span key={pointer + say(message)} data-judged className="block text-xs text-bad">
            {t("compare.refusesDocument", { reason: message })}
          </span>
        ))}
      <span className="flex flex-wrap items-center gap-x-2 text-xs">
        {judgements.length > 0 && <Findings row={row} judgements={judgements} />}
        {!WITHOUT.has(row.id) && (
          <Button
            look="link"
            className="min-h-6 text-xs"
            aria-haspopup="dialog"
            aria-label={t("compare.takeAlongTo", { name: row.name })}
            onClick={() => setIsTaken(true)}
          >
            {t("compare.takeAlong")}
          </Button>
        )}
      </span>
      {isTaken && <TakeAlongDialog first={row.id} onClose={() => setIsTaken(false)} />}
    </>
  );
}
