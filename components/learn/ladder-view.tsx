"use client";
/** The list of lessons: for whom, how long, what is done, and the way into each. */
import { useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { addressOf, GROUPS, type Rung } from "../../lib/lessons/ladder";
import { writeCarried } from "../../lib/lessons/lesson-address";
import type { LessonCard } from "../../lib/lessons/lesson-cards";
import { isLessonPath, LESSON_PATHS, type LessonPath, listOnPath } from "../../lib/lessons/paths";
import { watchAddress } from "../address/watch-address";
import { Button } from "../ui/button";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import { LessonPicture } from "./lesson-picture";
import { forgetProgress, openProgress, progress } from "./progress";

const watch = watchAddress("lesson-path");

function readPath(): LessonPath {
  const asked = new URLSearchParams(window.location.search).get("path");
  return isLessonPath(asked) ? asked : "all";
}

function choosePath(path: LessonPath): void {
  window.history.replaceState(window.history.state, "", `/learn${writeCarried(path)}`);
  watch.tell();
}

interface LadderViewProps {
  readonly cards: readonly LessonCard[];
}

export function LadderView({ cards }: LadderViewProps) {
  const { t, gap } = useWords();
  const path = useSyncExternalStore<LessonPath>(watch.subscribe, readPath, () => "all");
  const done = useStore(progress, (state) => state.done);
  useEffect(openProgress, []);
  const rungs = listOnPath(path);
  const finished = rungs.filter(({ id }) => done?.includes(id)).length;
  const firstOpen = rungs.find(({ id }) => !done?.includes(id)) ?? rungs[0];
  const minutes = rungs.reduce((sum, rung) => sum + rung.minutes, 0);
  // The whole ladder in its groups; a path in its own order.
  const sections =
    path === "all"
      ? GROUPS.map((group) => ({
          name: t(`learn.group_${group}`),
          rungs: rungs.filter((rung) => rung.group === group),
        }))
      : [{ name: t(`learn.path_${path}`), rungs }];
  return (
    <div className="mt-5 flex flex-col gap-7">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SegmentedControl
          label={t("learn.path")}
          value={path}
          options={LESSON_PATHS.map((each) => ({ value: each, label: t(`learn.path_${each}`) }))}
          onChange={choosePath}
        />
        <p className="text-mute">
          {t(`learn.pathAbout_${path}`)}
          {gap}
          <span className="text-faint">
            {t("learn.pathLength", { lessons: rungs.length, minutes: String(minutes) })}
          </span>
        </p>
        <div className="ml-auto flex items-center gap-4">
          {finished > 0 && (
            <>
              <span className="text-mute">
                {t("learn.doneCount", { done: String(finished), all: String(rungs.length) })}
              </span>
              <Button look="link" onClick={forgetProgress}>
                {t("learn.forget")}
              </Button>
            </>
          )}
          {firstOpen && (
            <a
              href={`${addressOf(firstOpen.id)}${writeCarried(path)}`}
              className="rounded-md border border-ink bg-ink px-3 py-1.5 font-medium text-panel hover:opacity-90"
            >
              {t(finished > 0 ? "learn.goOn" : "learn.begin")}
            </a>
          )}
        </div>
      </div>
      {sections
        .filter((section) => section.rungs.length > 0)
        .map((section) => (
          <section key={section.name}>
            <h2 className="mb-2.5 text-sm font-semibold">{section.name}</h2>
            <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
              {section.rungs.map((rung) => {
                const card = cards.find(({ id }) => id === rung.id);
                return card ? (
                  <LessonEntry
                    key={rung.id}
                    rung={rung}
                    card={card}
                    carried={writeCarried(path)}
                    isDone={done?.includes(rung.id) ?? false}
                  />
                ) : null;
              })}
            </ol>
          </section>
        ))}
    </div>
  );
}

interface LessonEntryProps {
  readonly rung: Rung;
  readonly card: LessonCard;
  readonly carried: string;
  readonly isDone: boolean;
}

function LessonEntry({ rung, card, carried, isDone }: LessonEntryProps) {
  const { t } = useWords();
  return (
    <li>
      {/* A load of its own: the lesson brings a worker and the page's panels. */}
      <a
        href={`${addressOf(rung.id)}${carried}`}
        data-lesson-entry={rung.id}
        className="flex h-full flex-col gap-2 rounded-xl border border-line bg-panel p-4 hover:border-ink"
      >
        <LessonPicture rows={card.rows} />
        <span className="flex items-baseline gap-2">
          <strong className="text-[15px] font-semibold tracking-tight text-pretty">{card.title}</strong>
          <span className="ml-auto text-xs whitespace-nowrap text-mute">
            {isDone ? `✓ ${t("learn.done")}` : t("learn.minutes", { minutes: String(rung.minutes) })}
          </span>
        </span>
        <span className="text-mute text-pretty">{card.about}</span>
      </a>
    </li>
  );
}
