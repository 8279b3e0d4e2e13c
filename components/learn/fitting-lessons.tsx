"use client";
/** The lessons that explain what is wrong with what is open, the most costly problem first. */
import { useEffect, useMemo, useState } from "react";
import { findLessons } from "../../lib/lessons/find-lessons";
import { LADDER } from "../../lib/lessons/ladder";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";

/** Lessons that are named. */
const MOST = 4;

/** Titles of all lessons, once their files are there. */
function useTitles(): ReadonlyMap<string, string> {
  const { language } = useWords();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isGone = false;
    void Promise.all(LADDER.map(({ load }) => load())).then((lessons) => {
      if (!isGone) setTitles(new Map(lessons.map(({ id, text }) => [id, text[language].title])));
    });
    return () => {
      isGone = true;
    };
  }, [language]);
  return titles;
}

export function FittingLessons() {
  const { t, say } = useWords();
  const diagnostics = usePlayground((state) => state.diagnostics);
  const timeline = usePlayground((state) => state.good?.timeline ?? null);
  const titles = useTitles();
  const found = useMemo(() => findLessons({ diagnostics, timeline }).slice(0, MOST), [diagnostics, timeline]);
  return (
    <section aria-label={t("learn.fits")} className="text-[13px]" data-fitting={found.length}>
      <h3 className="text-mute">{t("learn.fits")}</h3>
      {found.length === 0 && <p className="mt-1">{t("learn.fitsNone")}</p>}
      <ol className="mt-2 space-y-2">
        {found.map(({ rung, address, problem }) => (
          <li key={rung.id} className="rounded-lg border border-line px-3 py-2">
            <a href={address} className="font-semibold text-accent hover:underline">
              {titles.get(rung.id) ?? rung.id}
            </a>
            <p className="text-mute text-pretty">{say(problem)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
