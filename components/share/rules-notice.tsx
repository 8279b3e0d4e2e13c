"use client";
/** Says that the page plays an earlier edition of rules and prices, what differs, and leads back to today's. */
import { listDifferences } from "../../lib/share/compare-edition";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";

/** More would be a list; the rest is counted. */
const MOST = 2;

function writeDifferences(differences: readonly string[]): string {
  if (differences.length === 0) return "For this request nothing differs from today's.";
  const more = differences.length - MOST;
  return `${differences.slice(0, MOST).join(" · ")}${more > 0 ? ` · ${more} more` : ""}`;
}

export function RulesNotice() {
  const rulesOn = usePlayground((state) => state.settings.rulesOn);
  const seenPrices = usePlayground((state) => state.settings.seenPrices);
  const model = usePlayground((state) => state.good?.request.model);
  const actions = useActions();
  if (rulesOn === undefined && seenPrices === undefined) return null;
  const differences = listDifferences({ rulesOn, seenPrices }, model === undefined ? [] : [model]);
  const what = rulesOn === undefined ? "prices" : seenPrices === undefined ? "rules" : "rules and prices";
  function goBack(): void {
    actions.changePlay({ rulesOn: undefined, seenPrices: undefined });
    actions.announce("Today's rules and prices are used.");
  }
  return (
    <section
      aria-label="Earlier rules"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3.5 py-1 text-xs"
    >
      <p className="font-medium">
        This layout shows {what} of {rulesOn ?? "the day it was shared"}.
      </p>
      <Hint text={differences.join("\n")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
        <p tabIndex={0} className="min-w-0 grow basis-72 text-mute" data-rules="difference">
          {writeDifferences(differences)}
        </p>
      </Hint>
      <Button className="text-xs" onClick={goBack}>
        Use today's
      </Button>
    </section>
  );
}
