"use client";
/** Where no marker takes effect: offers the cheapest markers, with what changes put out of their way, and the money. */
import { useEffect } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { compareCosts } from "../../lib/pipeline/what-if";
import { applyEdits } from "../../lib/prompt/apply-edits";
import type { UnmarkedMend as Mend } from "../../lib/savings/mend-unmarked";
import { settingsAfter } from "../../lib/savings/saved-change";
import { useGhost } from "../map/use-ghost";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { CostWords } from "../problems/cost-words";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

/** The mend with what it was made of: a change fits that text only. */
interface Grounded {
  readonly mend: Mend;
  readonly text: string;
  readonly settings: Settings;
}

const askMend: AskFor<Grounded> = async (ask, document, options) => {
  const answered = await ask({ kind: "mend-unmarked", ...document }, options);
  if (!answered.ok) return answered;
  return { ok: true, value: answered.value && { mend: answered.value, ...document } };
};

export function UnmarkedMend() {
  const { t, say } = useWords();
  const { actions } = usePlaygroundStore();
  const { value } = useReport(askMend);
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const ghost = useGhost();
  useEffect(() => ghost.hide, [ghost]);
  if (!value || value.text !== text || value.settings !== settings) return null;
  const { title, change, before, after, isMoved } = value.mend;
  const cost = compareCosts(before, after);
  const show = (): void =>
    ghost.show(say(title), applyEdits(text, change.edits), settingsAfter(change, settings));
  return (
    <div className="rounded-md border border-warn bg-raised p-2.5" data-hint="no-marker">
      <p className="font-medium">{t("why.noMarker")}</p>
      <p className="mt-0.5">{isMoved ? t("why.moveAndMark") : t("why.markOnly")}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button
          look="main"
          className="max-w-full text-left whitespace-normal!"
          onPointerEnter={show}
          onFocus={show}
          onPointerLeave={ghost.hide}
          onBlur={ghost.hide}
          onClick={() => {
            ghost.hide();
            actions.takeChange(change, t("why.done", { title }));
          }}
        >
          {say(title)}
        </Button>
        {cost && (
          <span className="text-xs tabular-nums">
            <CostWords change={cost} />
          </span>
        )}
      </div>
    </div>
  );
}
