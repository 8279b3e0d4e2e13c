"use client";
/** A lesson on paper: the scene and the question on the first page, the answer and the mend on the second. */
import { useEffect, useState } from "react";
import { readFigures } from "../../lib/lessons/facts";
import { addressOf } from "../../lib/lessons/ladder";
import type { Figures } from "../../lib/lessons/lesson";
import { createMapStore, MapContext } from "../map/map-store";
import { PageModeContext } from "../page-mode";
import { usePlayground } from "../playground-context";
import { Legend } from "../timeline/legend";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { QrCode } from "./class-link";
import { useLesson, useLessonNow } from "./lesson-context";
import { LessonWordsOf } from "./lesson-words-of";
import { PrintedMap } from "./printed-map";

const PAGE =
  "mx-auto flex w-full max-w-[52rem] flex-col gap-4 bg-panel p-8 text-[14px] leading-relaxed print:max-w-none print:p-0";

/** The figures once the lesson is mended: the mend is played, and the scene put back. Null until then. */
function useMendedFigures(): Figures | null {
  const run = useLesson();
  const [mended, setMended] = useState<Figures | null>(null);
  useEffect(() => {
    let isGone = false;
    const play = async (): Promise<void> => {
      await run.goTo(run.lesson.steps.length - 1);
      const facts = run.readFacts();
      const figures = facts && readFigures(run.lesson, facts);
      await run.goTo(0);
      if (!isGone) setMended(figures);
    };
    void play();
    return () => {
      isGone = true;
    };
  }, [run]);
  return mended;
}

export function Handout() {
  const { t } = useWords();
  const { lesson } = useLesson();
  const { text, lessonWords, figures } = useLessonNow();
  const [covered] = useState(createMapStore);
  const [open] = useState(createMapStore);
  const mended = useMendedFigures();
  const isReady = usePlayground((state) => state.good !== null) && figures !== null && mended !== null;
  const asked = lesson.steps.find(({ kind }) => kind === "predict");
  const [coverFrom] = useState(asked?.kind === "predict" ? asked.coverFrom - 1 : 0);
  if (covered.getState().coverFrom !== coverFrom) covered.setState({ coverFrom });
  const put = (said: string, shown = figures) => (
    <LessonWordsOf text={said} words={lessonWords} figures={shown} />
  );
  const firstMend = lesson.steps.findIndex(({ kind }) => kind === "mend");
  const figuresAt = (place: number) => (firstMend >= 0 && place > firstMend ? mended : figures);
  const paragraphs = (kinds: readonly string[]) =>
    lesson.steps.map(({ id, kind }, place) =>
      kinds.includes(kind) ? (
        <section key={id}>
          <h2 className="text-lg font-semibold tracking-tight">
            {put(text.steps[id]?.heading ?? "", figuresAt(place))}
          </h2>
          <p>{put(text.steps[id]?.body ?? "", figuresAt(place))}</p>
        </section>
      ) : null,
    );
  const question = asked && text.steps[asked.id];
  const url = window.location.origin + addressOf(lesson.id);
  return (
    <PageModeContext value="read">
      <main
        className="flex flex-col gap-6 bg-paper py-6 print:gap-0 print:bg-white print:py-0"
        data-handout={isReady}
      >
        <p className="mx-auto flex w-full max-w-[52rem] justify-end print:hidden">
          <Button look="main" disabled={!isReady} onClick={() => window.print()}>
            {t("learn.print")}
          </Button>
        </p>
        <article className={`${PAGE} print:break-after-page`}>
          <header className="flex items-start gap-6">
            <div className="min-w-0 flex-1">
              <p className="text-xs text-mute">Prompt Cache Playground</p>
              <h1 className="text-2xl font-semibold tracking-tight">{text.title}</h1>
              <p className="mt-1 text-mute">{text.about}</p>
            </div>
            <QrCode text={url} className="w-24 shrink-0" />
          </header>
          {paragraphs(["see"])}
          {lesson.layers === undefined && (
            <MapContext value={covered}>
              <PrintedMap />
            </MapContext>
          )}
          {question && (
            <section>
              <h2 className="text-lg font-semibold tracking-tight">{put(question.question ?? "")}</h2>
              <p>{put(question.body)}</p>
              {asked.kind === "predict" && asked.question.kind === "choice" ? (
                <ul className="mt-3 space-y-2">
                  {asked.question.choices.map((id) => (
                    <li key={id} className="flex gap-2.5">
                      <span aria-hidden className="mt-1 size-3.5 shrink-0 rounded-sm border border-ink" />
                      <span>{put(question.choices?.[id] ?? "")}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="mt-4">
                  {t("learn.handoutGuess")} <span className="inline-block w-40 border-b border-ink" />
                </p>
              )}
            </section>
          )}
        </article>
        <article className={PAGE}>
          <p className="text-xs text-mute">{t("learn.handoutAnswer")}</p>
          {lesson.layers === undefined && (
            <MapContext value={open}>
              <PrintedMap />
            </MapContext>
          )}
          <div className="text-xs text-mute">
            <Legend />
          </div>
          {paragraphs(["reveal", "mend"])}
          <section className="border-t border-line pt-3 text-mute">
            <h2 className="font-semibold text-ink">{t("learn.whereItBites")}</h2>
            <p>
              {text.bites} <span className="font-mono text-xs break-all">{lesson.bites.url}</span>
            </p>
          </section>
          <p className="font-mono text-xs text-mute">{url}</p>
        </article>
      </main>
    </PageModeContext>
  );
}
