/** The address of a lesson as its state: which lesson and step, for whom, and how it is shown. */
import { isLessonPath, type LessonPath } from "./paths";

/** `page`: beside the real page · `present`: in front of a class · `notes`: the teacher's window · `print`: a handout. */
export type LessonMode = "page" | "present" | "notes" | "print";

export interface LessonAddress {
  readonly lesson: string;
  /** From 0. */
  readonly step: number;
  readonly mode: LessonMode;
  readonly path: LessonPath;
}

const MODES: readonly LessonMode[] = ["page", "present", "notes", "print"];

/** What goes along to another lesson, e.g. `?path=teachers`; empty where there is nothing. */
export function writeCarried(path: LessonPath, mode: LessonMode = "page"): string {
  const query = new URLSearchParams();
  if (path !== "all") query.set("path", path);
  if (mode !== "page") query.set("mode", mode);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export const writeLessonAddress = ({ lesson, step, mode, path }: LessonAddress): string =>
  `/learn/${lesson}${step > 0 ? `/${step + 1}` : ""}${writeCarried(path, mode)}`;

/**
 * Reads e.g. `/learn/clock/3` and `?path=teachers&mode=present`; null where it names no lesson. What makes no sense is as at
 * first; whether there is such a lesson or step is not known here.
 */
export function readLessonAddress(pathname: string, search: string): LessonAddress | null {
  const found = /^\/learn\/([a-z0-9-]+)(?:\/([1-9]\d?))?\/?$/.exec(pathname);
  if (!found?.[1]) return null;
  const query = new URLSearchParams(search);
  const path = query.get("path");
  return {
    lesson: found[1],
    step: found[2] === undefined ? 0 : Number(found[2]) - 1,
    mode: MODES.find((mode) => mode === query.get("mode")) ?? "page",
    path: isLessonPath(path) ? path : "all",
  };
}
