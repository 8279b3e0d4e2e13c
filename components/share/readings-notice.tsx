"use client";
/** Says that the page plays other answers to open questions than documented or assumed, and leads back. */
import { listOtherwise, questionKey, readingKey } from "../../lib/offers/open-questions";
import { readingOf, readingsFor, toldOf } from "../../lib/offers/readings";
import { tell } from "../../lib/words/message";
import { showTab } from "../address/look-as-told";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";

/** More would be a list; the rest is counted. */
const MOST = 2;

/** @param hasRules whether the page has the panel that lists them */
export function ReadingsNotice({ hasRules = true }: { readonly hasRules?: boolean }) {
  const { t, say } = useWords();
  const chosen = usePlayground((state) => state.settings.readings);
  const observed = usePlayground((state) => state.settings.observed);
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const isElsewhere = usePlayground((state) => (state.good?.timeline.playedBy ?? null) !== null);
  const playground = usePlaygroundStore();
  const { actions } = playground;
  const readings = readingsFor(model, toldOf({ readings: chosen, observed }));
  const otherwise = isElsewhere ? [] : listOtherwise(readings, model);
  if (otherwise.length === 0) return null;
  const list = otherwise.map((id) =>
    t("readings.noticePart", {
      question: tell(questionKey(id) as "readings.title"),
      reading: tell(readingKey(id, readingOf(readings, id)) as "readings.title"),
    }),
  );
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
          {t("readings.notice", { count: otherwise.length, list: shown.join(" · ") })}
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
