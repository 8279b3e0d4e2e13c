"use client";
/** The reasons for a request's figures, each with what it cost and the way to its place. */
import type { Reason } from "../../lib/bill/ledger";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { nameReason } from "../../lib/reasons/kinds";
import { formatCount } from "../../lib/values/figures";
import { usePlaygroundStore } from "../playground-context";
import { LessonLink } from "../terms/lesson-link";
import { ReasonName } from "../terms/reason-name";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { findSegment } from "./find-segment";

/** @param turn index of the request: only the document's own stands in the editor */
export function ReasonList({ shown, turn }: { shown: ShownTurn; turn: number }) {
  const { t, say, gap } = useWords();
  const { store, actions } = usePlaygroundStore();

  function show(pointer: string): void {
    const segment = findSegment(shown.request, pointer);
    actions.highlight(segment);
    const { good, text, analysedText } = store.getState();
    if (turn > 0 || !good || text !== analysedText) return;
    const place = good.places.markers[pointer] ?? good.places.segments[segment ?? ""];
    if (place) actions.reveal(place);
  }

  const canShow = (pointer: string | undefined): pointer is string =>
    pointer !== undefined && findSegment(shown.request, pointer) !== null;

  return (
    <ul aria-label={t("why.reasons")} className="space-y-1.5">
      {shown.ledger.reasons.map((reason: Reason) => {
        const { code, message, pointer, tokens } = reason;
        return (
          <li key={code + (pointer ?? "") + say(message)}>
            <div className="flex flex-wrap items-center gap-x-2">
              <span>
                <ReasonName code={code} />
              </span>
              <LessonLink taught={`reason:${code}`} />
            </div>
            {say(message)}
            {tokens !== undefined && tokens > 0 && (
              <span className="text-bad">
                {gap}
                {t("why.reasonCost", { tokens: formatCount(tokens) })}
              </span>
            )}
            {canShow(pointer) && (
              <>
                {gap}
                <Button
                  look="link"
                  className="text-xs"
                  aria-label={t("why.showReason", { reason: nameReason(code) })}
                  onClick={() => show(pointer)}
                >
                  {t("why.show")}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
