"use client";
/** What a service refuses or ignores of the document's markers, each in a sentence with the way to its place. */
import { useMemo } from "react";
import type { ServiceJudgement } from "../../lib/export/judge-for";
import { parsePrompt } from "../../lib/prompt/parse";
import type { TextRange } from "../../lib/prompt/prompt";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";

interface JudgementListProps {
  /** Of the service, as in `What Gemini makes of the markers`. */
  readonly name: string;
  readonly judgements: readonly ServiceJudgement[];
  /** The reader goes to a place in the document: what covers it leaves. */
  readonly onLeave: () => void;
}

const DRAWERS: Readonly<Record<ServiceJudgement["outcome"], Drawers>> = {
  refused: { b: (pieces) => <span className="font-medium text-bad">{pieces}</span> },
  ignored: { b: (pieces) => <span className="font-medium text-warn">{pieces}</span> },
};

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

export function JudgementList({ name, judgements, onLeave }: JudgementListProps) {
  const { t, rich, gap } = useWords();
  const text = usePlayground((state) => state.text);
  const actions = useActions();
  const places = useMemo(() => {
    const markers = parsePrompt(text).prompt?.markers ?? [];
    return new Map<string, TextRange>(markers.map(({ pointer, range }) => [pointer, range]));
  }, [text]);

  function go(range: TextRange): void {
    onLeave();
    // Behind the window's end, which gives the focus back to what opened it.
    setTimeout(() => actions.reveal(range), 0);
  }

  return (
    <ul aria-label={t("code.makesOfMarkers", { name })} className="flex flex-col gap-1.5">
      {judgements.map(({ outcome, message, pointer }) => {
        const range = places.get(pointer);
        return (
          <li key={pointer + JSON.stringify(message)} data-judgement={outcome}>
            {rich(`code.${outcome}`, DRAWERS[outcome], { message })}
            {range && (
              <>
                {gap}
                <Button
                  look="link"
                  className="min-h-6 text-xs"
                  aria-label={t("code.goToMarker", { line: String(lineAt(text, range.start)) })}
                  onClick={() => go(range)}
                >
                  {t("code.line", { line: String(lineAt(text, range.start)) })}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
