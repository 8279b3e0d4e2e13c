"use client";
/** The mend: done by hand or shown act by act; the engine says when its goal is reached. */
import type { Step } from "../../lib/lessons/lesson";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { useLesson, useLessonNow, useLessonState } from "./lesson-context";
import { LessonWordsOf } from "./lesson-words-of";

interface MendPartProps {
  readonly step: Extract<Step, { readonly kind: "mend" }>;
}

export function MendPart({ step }: MendPartProps) {
  const { t } = useWords();
  const { showAct, startOver } = useLesson();
  const { words, lessonWords, figures } = useLessonNow();
  const acts = useLessonState((state) => state.acts);
  const isActing = useLessonState((state) => state.isActing);
  const isReached = useLessonState((state) => state.reached.has(step.id));
  const isEdited = usePlayground((state) => state.edited);
  const isChanged = useLessonState((state) => state.layers !== null && acts > 0) || isEdited;
  const shown = step.acts.slice(0, acts);
  const label = acts === 0 ? "learn.showMe" : acts < step.acts.length ? "learn.showMore" : "learn.showAgain";
  return (
    <div className="flex flex-col gap-3">
      {shown.length > 0 && (
        <ol className="list-decimal space-y-1 pl-5 text-mute">
          {shown.map(({ id }) => (
            <li key={id}>
              <LessonWordsOf text={words.acts?.[id] ?? ""} words={lessonWords} figures={figures} />
            </li>
          ))}
        </ol>
      )}
      <div role="status" data-reached={isReached}>
        {isReached && (
          <p className="rounded-lg border border-ink px-3 py-2 font-medium">
            <span aria-hidden>✓ </span>
            <LessonWordsOf text={words.done ?? ""} words={lessonWords} figures={figures} />
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void showAct()} disabled={isActing || figures === null}>
          {t(label)}
        </Button>
        <Button onClick={startOver} disabled={!isChanged || isActing}>
          {t("learn.startOver")}
        </Button>
      </div>
    </div>
  );
}
