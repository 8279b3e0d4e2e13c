"use client";
/** A lesson in the real page: it loads the lesson of the address, plays its scene, and shows it as asked. */
import { useEffect, useRef, useState } from "react";
import { findRung } from "../../lib/lessons/ladder";
import type { Lesson } from "../../lib/lessons/lesson";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { createMapStore, MapContext } from "../map/map-store";
import { PlaygroundContext } from "../playground-context";
import { startPlayground } from "../start-playground";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { createLessonRun, type LessonRun } from "./lesson-store";
import { LessonView } from "./lesson-view";
import { NotesWindow } from "./notes-window";
import { useLessonAddress } from "./use-lesson-address";

export interface LessonPageProps {
  /** Of all lessons, by id, in the reader's language. */
  readonly titles: Readonly<Record<string, string>>;
}

/** One worker for all lessons: the vocabulary is read once. */
interface Stage {
  readonly playground: PlaygroundStore;
  readonly run: LessonRun;
}

export function LessonPage({ titles }: LessonPageProps) {
  const { t } = useWords();
  const { address } = useLessonAddress();
  const id = address?.lesson ?? "";
  const [map] = useState(createMapStore);
  const [lesson, setLesson] = useState<Lesson | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  /** The same for the next lesson: what it opens is no matter of drawing. */
  const opened = useRef<Stage | null>(null);
  const [isFailed, setFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    void findRung(id)
      ?.load()
      .then(
        (loaded) => {
          if (!isGone) setLesson(loaded);
        },
        () => {
          if (!isGone) setFailed(true);
        },
      );
    return () => {
      isGone = true;
    };
  }, [id]);

  const isNotes = address?.mode === "notes";
  useEffect(() => {
    if (!lesson || isNotes) return;
    const before = opened.current;
    if (before?.run.lesson === lesson) return;
    before?.run.close();
    const { text, settings } = lesson.scene;
    const playground =
      before?.playground ?? startPlayground({ text, presetId: null, name: lesson.id, settings });
    opened.current = { playground, run: createLessonRun(lesson, playground, map) };
    setStage(opened.current);
  }, [lesson, isNotes, map]);

  if (address && lesson && isNotes) return <NotesWindow lesson={lesson} titles={titles} />;
  if (!address || !stage || stage.run.lesson.id !== id) {
    return (
      <div className="grid h-dvh place-items-center text-mute">
        {isFailed ? (
          <p role="alert" className="flex items-center gap-3">
            {t("learn.notLoaded")}
            <Button onClick={() => window.location.reload()}>{t("learn.reload")}</Button>
          </p>
        ) : (
          <p>{t("learn.loading")}</p>
        )}
      </div>
    );
  }
  return (
    <PlaygroundContext value={stage.playground}>
      <MapContext value={map}>
        <LessonView key={id} run={stage.run} address={address} titles={titles} />
      </MapContext>
    </PlaygroundContext>
  );
}
