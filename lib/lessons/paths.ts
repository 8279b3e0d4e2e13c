/** Ways through the ladder: which lessons, in which order, for whom. */
import { LADDER, type Rung } from "./ladder";

export const LESSON_PATHS = ["all", "teachers", "engineers", "agents"] as const;
export type LessonPath = (typeof LESSON_PATHS)[number];

export const isLessonPath = (value: unknown): value is LessonPath =>
  LESSON_PATHS.some((path) => path === value);

const IDS: Readonly<Record<Exclude<LessonPath, "all">, readonly string[]>> = {
  teachers: [
    "what-is-kept",
    "first-write-costs",
    "second-call-pays",
    "minimum",
    "clock",
    "shuffled-tools",
    "chat",
    "coffee-break",
    "ten-workers",
    "implicit-or-explicit",
    "five-layers",
  ],
  engineers: [
    "what-is-kept",
    "second-call-pays",
    "clock",
    "edited-history",
    "chat",
    "four-layers",
    "two-in-one-message",
    "coffee-break",
    "implicit-or-explicit",
    "same-prompt-elsewhere",
    "read-a-usage",
    "your-request",
  ],
  agents: [
    "clock",
    "shuffled-tools",
    "edited-history",
    "chat",
    "look-back",
    "image-message",
    "ten-workers",
    "coffee-break",
    "tools-routed",
    "trim-or-keep",
    "five-layers",
    "your-request",
  ],
};

/** The lessons of a path, in its order. */
export function listOnPath(path: LessonPath): readonly Rung[] {
  if (path === "all") return LADDER;
  return IDS[path].flatMap((id) => LADDER.find((rung) => rung.id === id) ?? []);
}

/** The lesson after this one on a path: on no path, or off it, the next of the ladder; null after the last. */
export function findNext(path: LessonPath, id: string): Rung | null {
  const lessons = listOnPath(path);
  const place = lessons.findIndex((rung) => rung.id === id);
  if (place >= 0) return lessons[place + 1] ?? null;
  return LADDER[LADDER.findIndex((rung) => rung.id === id) + 1] ?? null;
}
