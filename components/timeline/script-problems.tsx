"use client";
/** Turns of the scenario that could not be played, with the reason. */
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";

/** The rest says no more. */
const SHOWN = 3;

export function ScriptProblems() {
  const problems = usePlayground((state) => state.good?.timeline.problems);
  const { t, say, gap } = useWords();
  if (!problems || problems.length === 0) return null;
  return (
    <ul
      aria-label={t("timeline.problems")}
      className="border-b border-line-soft bg-written-wash px-3.5 py-1.5 text-xs"
    >
      {problems.slice(0, SHOWN).map(({ turn, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list has no other order
        <li key={index}>
          {turn >= 0 && <span className="font-medium">{t("timeline.turn", { number: turn + 1 })}</span>}
          {turn >= 0 && gap}
          {say(message)}
        </li>
      ))}
      {problems.length > SHOWN && (
        <li className="text-mute">{t("timeline.andMore", { count: problems.length - SHOWN })}</li>
      )}
    </ul>
  );
}
