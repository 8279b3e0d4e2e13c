"use client";
/** Words of the document that change from request to request, each with how it changes in the scenario. */
import { type ReactNode, useId, useState } from "react";
import { CHANGES, type Change, type ChangingText } from "../../lib/changing/changing-text";
import { placeName } from "../../lib/prompt/json-pointer";
import { listScriptSpans, type PlacedSpan } from "../../lib/timeline/rewrite-changing";
import type { Scenario } from "../../lib/timeline/scenario";
import { type Said, tell } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";

const NONE: readonly PlacedSpan[] = [];
const NOTHING = [] as const;
/** How much of the words stands in a label. */
const LONGEST_NAME = 40;

/** As they follow "changes". */
const CHANGE_KEYS = {
  request: "scenario.eachRequest",
  clock: "scenario.byMinute",
  day: "scenario.byDay",
  conversation: "scenario.eachConversation",
  never: "scenario.never",
} as const;

interface Listed extends ChangingText {
  /** Where the words stand; null = nowhere that is written anew. */
  readonly place: Said | null;
  readonly isTold: boolean;
}

/** The same words are listed once, at their first place; what the user has named is listed wherever it stands. */
function listWords(
  spans: readonly PlacedSpan[],
  scenario: Scenario | null,
  told: readonly ChangingText[],
): readonly Listed[] {
  const found = [
    ...spans.map(({ pointer, ...span }) => ({ ...span, place: placeName(pointer) })),
    ...(scenario ? listScriptSpans(scenario, told) : []).map(({ turn, ...span }) => ({
      ...span,
      place: tell("scenario.questionOfTurn", { number: `${turn + 1}` }),
    })),
    ...told.map((each) => ({ ...each, place: null })),
  ];
  const first = new Map<string, Listed>();
  for (const { words, change, place } of found) {
    const isTold = told.some((each) => each.words === words);
    if (!first.has(words)) first.set(words, { words, change, place, isTold });
  }
  return [...first.values()];
}

export function ChangingWords() {
  const spans = usePlayground((state) => state.good?.timeline.changing) ?? NONE;
  const told = usePlayground((state) => state.settings.changing) ?? NOTHING;
  const scenario = usePlayground((state) => state.settings.scenario);
  const text = usePlayground((state) => state.text);
  const actions = useActions();
  const { t, rich } = useWords();
  const [words, setWords] = useState("");
  const field = useId();
  const listed = listWords(spans, scenario, told);
  const isThere =
    words !== "" &&
    (text.includes(JSON.stringify(words).slice(1, -1)) ||
      (scenario?.turns.some(({ user }) => user.includes(words)) ?? false));

  return (
    <details className="border-t border-line px-3.5 py-2 text-xs" open={listed.length > 0}>
      <summary className="w-fit cursor-pointer font-medium">
        {listed.length > 0
          ? t("scenario.changingTextCount", { count: `${listed.length}` })
          : t("scenario.changingText")}
      </summary>
      <p className="mt-1 max-w-prose text-mute">{t("scenario.changingNote")}</p>
      <ul className="mt-1.5 space-y-1.5">
        {listed.map(({ words: own, change, place, isTold }) => (
          <li key={own} className="flex flex-wrap items-center gap-2">
            <code className="max-w-full truncate rounded bg-hover px-1.5 py-0.5">{own}</code>
            <span className="text-mute">
              {place === null ? t("scenario.changesNowhere") : t("scenario.changesIn", { place })}
            </span>
            <Picker
              label={t("scenario.howChanges", { words: own.slice(0, LONGEST_NAME) })}
              look="plain"
              className="border border-line bg-panel font-medium"
              value={change}
              groups={[
                { label: "", options: CHANGES.map((each) => ({ value: each, label: t(CHANGE_KEYS[each]) })) },
              ]}
              onPick={(picked) => actions.setChanging(own, picked as Change)}
            />
            {isTold && (
              <Button look="link" onClick={() => actions.setChanging(own, null)}>
                {rich(
                  "scenario.resetChange",
                  { hidden: (pieces: ReactNode) => <span className="sr-only">{pieces}</span> },
                  { words: own.slice(0, LONGEST_NAME) },
                )}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="mt-2 flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isThere) return;
          actions.setChanging(words, "request");
          setWords("");
        }}
      >
        <label htmlFor={field} className="text-mute">
          {t("scenario.otherWords")}
        </label>
        <input
          id={field}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-describedby={`${field}-said`}
          className="min-w-40 flex-1 rounded-md border border-line bg-panel px-2 py-1"
        />
        <Button type="submit" disabled={!isThere}>
          {t("scenario.add")}
        </Button>
        <span id={`${field}-said`} className="text-mute">
          {words !== "" && !isThere ? t("scenario.wordsNotThere") : ""}
        </span>
      </form>
    </details>
  );
}
