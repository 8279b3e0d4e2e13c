"use client";
/** Where the difference is a clock or the like: says so, and offers what mends it. */
import type { ShownTurn } from "../../lib/pipeline/analysis";
import type { FirstDifference } from "../../lib/pipeline/compare-turns";
import { isWithin } from "../../lib/prompt/json-pointer";
import { GhostButton } from "../map/ghost-button";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { FixCost } from "../problems/fix-cost";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { nameChange } from "./name-change";
import { hasClock, withoutClock } from "./without-clock";

const RULE = "volatile-before-marker";

export function MendHint({ shown, first }: { shown: ShownTurn; first: FirstDifference }) {
  const { t, say } = useWords();
  const { actions } = usePlaygroundStore();
  const diagnostics = usePlayground((state) => state.diagnostics);
  const isCurrent = usePlayground((state) => state.lintedText === state.text);
  const scenario = usePlayground((state) => state.settings.scenario);
  const name = nameChange(first);
  if (!name) return null;
  const found = diagnostics.filter(({ rule, pointer }) => rule === RULE && isWithin(pointer, first.pointer));
  const mendable = found.find(({ fix }) => fix);
  const fix = mendable?.fix;
  const place = found[0]?.range;
  const clock = scenario !== null && hasClock(scenario, shown.turn);
  const isRecorded = scenario?.turns[shown.turn]?.mode === "body";
  return (
    <div className="rounded-md border border-warn bg-raised p-2.5" data-hint="changing-words">
      <p className="font-medium">{say(name)}</p>
      <p className="mt-0.5">{t("why.mendPlace")}</p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {fix && (
          <GhostButton
            look="main"
            edits={fix.edits}
            name={say(fix.title)}
            disabled={!isCurrent}
            onClick={() => actions.applyEdits(fix.edits, t("why.fixed", { title: fix.title }))}
          >
            {say(fix.title)}
          </GhostButton>
        )}
        {fix && isCurrent && <FixCost fix={fix} />}
        {place && (
          <Button disabled={!isCurrent} onClick={() => actions.reveal(place)}>
            {t("why.showInRequest")}
          </Button>
        )}
        {clock && scenario && (
          <Button
            onClick={() => {
              actions.setScenario(withoutClock(scenario));
              actions.announce(t("why.clockGone"));
            }}
          >
            {t("why.dropClock")}
          </Button>
        )}
      </div>
      {clock && <p className="mt-1.5 text-xs text-mute">{t("why.clockPlayed")}</p>}
      {isRecorded && <p className="mt-1.5 text-xs text-mute">{t("why.recorded")}</p>}
    </div>
  );
}
