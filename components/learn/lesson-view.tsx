"use client";
/** A lesson as its address asks: beside the page, in front of a class, or as a handout; its keys, and what it keeps. */
import { useEffect } from "react";
import type { LessonAddress } from "../../lib/lessons/lesson-address";
import { writeCarried } from "../../lib/lessons/lesson-address";
import { findNext } from "../../lib/lessons/paths";
import { DropZone } from "../import/drop-zone";
import { ImportDialog } from "../import/import-dialog";
import { LiveRegion } from "../live-region";
import { PageModeContext } from "../page-mode";
import { usePlaygroundStore } from "../playground-context";
import { ActToast } from "../undo/act-toast";
import { useUndoKeys } from "../undo/use-undo-keys";
import { Handout } from "./handout";
import { LessonContext, useLessonNow, useLessonState } from "./lesson-context";
import { LessonHeader } from "./lesson-header";
import { LessonStage } from "./lesson-stage";
import type { LessonRun } from "./lesson-store";
import { LessonStrip } from "./lesson-strip";
import { Presenter } from "./presenter";
import { markDone } from "./progress";
import { Spotlight } from "./spotlight";
import { useLessonAddress } from "./use-lesson-address";
import { isTyping } from "./use-presenter-keys";

export interface LessonViewProps {
  readonly run: LessonRun;
  readonly address: LessonAddress;
  readonly titles: Readonly<Record<string, string>>;
}

export function LessonView(props: LessonViewProps) {
  const { run, address } = props;
  const { step } = address;
  const isPrinted = address.mode === "print";
  useEffect(() => {
    // A handout plays the scene by itself, from its beginning to its end.
    if (!isPrinted) void run.goTo(Math.min(step, run.lesson.steps.length - 1));
  }, [run, step, isPrinted]);
  return <LessonContext value={run}>{isPrinted ? <Handout /> : <LivingLesson {...props} />}</LessonContext>;
}

function LivingLesson({ run, address, titles }: LessonViewProps) {
  const { actions } = usePlaygroundStore();
  const { go } = useLessonAddress();
  const { step, text } = useLessonNow();
  const isDone = useLessonState(({ reached, step: index }) => {
    const mends = run.lesson.steps.filter(({ kind }) => kind === "mend");
    return mends.length > 0
      ? mends.every(({ id }) => reached.has(id))
      : index === run.lesson.steps.length - 1;
  });
  useUndoKeys(actions);
  useEffect(() => {
    if (isDone) markDone(run.lesson.id);
  }, [isDone, run]);
  useEffect(() => {
    document.title = `${text.title} · Prompt Cache Playground`;
  }, [text]);

  const goTo = (index: number): void => {
    if (index >= 0 && index < run.lesson.steps.length) go({ ...address, step: index });
  };
  const following = findNext(address.path, address.lesson);
  const next = following && { id: following.id, title: titles[following.id] ?? following.id };

  // The keys that turn pages turn steps, wherever nothing is being typed.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = { PageDown: 1, PageUp: -1 }[event.key];
      if (by === undefined || event.defaultPrevented || isTyping(event.target) || address.mode !== "page")
        return;
      event.preventDefault();
      if (by > 0) run.pass();
      const index = address.step + by;
      if (index >= 0 && index < run.lesson.steps.length) go({ ...address, step: index });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [address, run, go]);

  const isCovering = step.kind === "predict";
  return (
    <PageModeContext value={isCovering ? "read" : "interactive"}>
      {address.mode === "present" ? (
        <Presenter address={address} next={next} onStep={goTo} />
      ) : (
        <div
          className="flex h-dvh flex-col max-[899px]:h-auto max-[899px]:min-h-dvh"
          data-lesson={run.lesson.id}
        >
          <LessonHeader address={address} />
          <LiveRegion />
          <ActToast />
          <main className="grid min-h-0 flex-1 grid-cols-[23rem_minmax(0,1fr)] max-[899px]:flex max-[899px]:flex-col">
            <div className="flex min-h-0 flex-col border-r border-line max-[899px]:border-r-0 max-[899px]:border-b">
              <LessonStrip onStep={goTo} next={next} carried={writeCarried(address.path)} />
            </div>
            <div className="flex min-h-0 min-w-0 max-[899px]:h-[32rem]">
              <LessonStage step={step} isPresented={false} />
            </div>
          </main>
          <Spotlight spot={step.spot} />
          <ImportDialog />
          <DropZone />
        </div>
      )}
    </PageModeContext>
  );
}
