"use client";
/** Says that the page plays an earlier edition of rules and prices, what differs, and leads back to today's. */
import { listDifferences } from "../../lib/share/compare-edition";
import type { Words } from "../../lib/words/create-words";
import type { Message } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";

/** More would be a list; the rest is counted. */
const MOST = 2;

function writeDifferences(differences: readonly Message[], { t, say }: Words): string {
  if (differences.length === 0) return t("share.nothingDiffers");
  const more = differences.length - MOST;
  const shown = differences.slice(0, MOST).map(say);
  return [...shown, ...(more > 0 ? [t("share.moreDifferences", { count: more })] : [])].join(" · ");
}

export function RulesNotice() {
  const words = useWords();
  const { t, say } = words;
  const rulesOn = usePlayground((state) => state.settings.rulesOn);
  const seenPrices = usePlayground((state) => state.settings.seenPrices);
  const model = usePlayground((state) => state.good?.request.model);
  const actions = useActions();
  if (rulesOn === undefined && seenPrices === undefined) return null;
  const differences = listDifferences({ rulesOn, seenPrices }, model === undefined ? [] : [model]);
  const what = t(
    rulesOn === undefined
      ? "share.prices"
      : seenPrices === undefined
        ? "share.rules"
        : "share.rulesAndPrices",
  );
  function goBack(): void {
    actions.changePlay({ rulesOn: undefined, seenPrices: undefined });
    actions.announce(t("share.todayUsed"));
  }
  return (
    <section
      aria-label={t("share.earlierRules")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3.5 py-1 text-xs"
    >
      <p className="font-medium">
        {rulesOn === undefined
          ? t("share.showsShared", { what })
          : t("share.showsEdition", { what, day: rulesOn })}
      </p>
      <Hint text={differences.map(say).join("\n")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
        <p tabIndex={0} className="min-w-0 grow basis-72 text-mute" data-rules="difference">
          {writeDifferences(differences, words)}
        </p>
      </Hint>
      <Button className="text-xs" onClick={goBack}>
        {t("share.useToday")}
      </Button>
    </section>
  );
}
