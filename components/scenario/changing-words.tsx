"use client";
/** Words of the document that change from request to request, each with how it changes in the scenario. */
import { useId, useState } from "react";
import { CHANGES, type Change } from "../../lib/changing/changing-text";
import { placeName } from "../../lib/prompt/json-pointer";
import type { PlacedSpan } from "../../lib/timeline/rewrite-changing";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";

const NAMES: Readonly<Record<Change, string>> = {
  request: "with every request",
  clock: "as time goes on",
  day: "every day",
  conversation: "with every conversation",
  never: "never",
};

const NONE: readonly PlacedSpan[] = [];
const NOTHING = [] as const;

/** The same words are listed once, at their first place. */
const distinct = (spans: readonly PlacedSpan[]): readonly PlacedSpan[] =>
  spans.filter(({ words }, order) => spans.findIndex((other) => other.words === words) === order);

export function ChangingWords() {
  const spans = usePlayground((state) => state.good?.timeline.changing) ?? NONE;
  const told = usePlayground((state) => state.settings.changing) ?? NOTHING;
  const text = usePlayground((state) => state.text);
  const actions = useActions();
  const [words, setWords] = useState("");
  const field = useId();
  const listed = distinct(spans);
  const isThere = words !== "" && text.includes(JSON.stringify(words).slice(1, -1));

  function tell(which: string, change: Change): void {
    actions.changePlay({
      changing: [...told.filter((each) => each.words !== which), { words: which, change }],
    });
  }

  return (
    <details className="border-t border-line px-3.5 py-2 text-xs" open={listed.length > 0}>
      <summary className="w-fit cursor-pointer font-medium">
        Text that changes{listed.length > 0 ? ` (${listed.length})` : ""}
      </summary>
      <p className="mt-1 max-w-prose text-mute">
        Times and ids in the system text and in the newest question are written anew for each request. What
        changes before a marker makes the request miss.
      </p>
      <ul className="mt-1.5 space-y-1.5">
        {listed.map(({ words: own, change, pointer }) => (
          <li key={own} className="flex flex-wrap items-center gap-2">
            <code className="max-w-full truncate rounded bg-hover px-1.5 py-0.5">{own}</code>
            <span className="text-mute">in {placeName(pointer)}, changes</span>
            <Picker
              label={`How “${own.slice(0, 40)}” changes`}
              look="plain"
              className="border border-line bg-panel font-medium"
              value={change}
              groups={[{ label: "", options: CHANGES.map((each) => ({ value: each, label: NAMES[each] })) }]}
              onPick={(picked) => tell(own, picked as Change)}
            />
          </li>
        ))}
      </ul>
      <form
        className="mt-2 flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isThere) return;
          tell(words, "request");
          setWords("");
        }}
      >
        <label htmlFor={field} className="text-mute">
          Other words that change
        </label>
        <input
          id={field}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-describedby={`${field}-said`}
          className="min-w-40 flex-1 rounded-md border border-line bg-panel px-2 py-1"
        />
        <Button type="submit" disabled={!isThere}>
          Add
        </Button>
        <span id={`${field}-said`} className="text-mute">
          {words !== "" && !isThere ? "The document does not hold these words." : ""}
        </span>
      </form>
    </details>
  );
}
