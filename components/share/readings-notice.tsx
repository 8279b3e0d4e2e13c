"use client";
/** Says that the page plays other answers to open questions than documented or assumed, and leads back. */
import { tell } from "../../lib/words/message";
import { showTab } from "../address/look-as-told";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";
import { useOtherwise } from "./use-otherwise";

/** More would be a list; the rest is counted. */
const MOST = 2;

/** @param hasRules whether the page has the panel that lists them */
export function ReadingsNotice({ hasRules = true }: { readonly hasRules?: boolean }) {
  const { t, say } = useWords();
  const chosen = usePlayground((state) => state.settings.readings);
  const playground = usePlaygroundStore();
  const { actions } = playground;
  const list = useOtherwise().list.map(say);
  if (list.length === 0) return null;
  const more = list.length - MOST;
  const shown = [...list.slice(0, MOST), ...(more > 0 ? [t("readings.noticeMore", { count: more })] : [])];
  function goBack(): void {
    actions.changePlay({ readings: undefined });
    actions.announce(t("readings.backAtDocumented"));
  }
  return (
    <section
      aria-label={t("readings.noticeLabel")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3.5 py-1 text-xs"
    >
      <Hint text={[...list, say(tell("readings.noticeReach"))].join("\n")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
        <p tabIndex={0} className="min-w-0 grow basis-72" data-readings="otherwise">
          {t("readings.notice", { count: list.length, list: shown.join(" · ") })}
        </p>
      </Hint>
      {hasRules && (
        <Button className="text-xs" onClick={() => showTab(playground, "rules")}>
          {t("readings.openRules")}
        </Button>
      )}
      {chosen && (
        <Button className="text-xs" onClick={goBack}>
          {t("readings.asDocumented")}
        </Button>
      )}
    </section>
  );
}
