/** A request in one line, for screen readers, and whether it is good news. */
import type { SessionFigures, SessionRequest } from "../../lib/sessions/session-view";
import { formatCount } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";

/** What was billed, else what is predicted; null where neither is known. */
export const figuresOf = ({
  billed,
  predicted,
}: Pick<SessionRequest, "billed" | "predicted">): SessionFigures | null => billed ?? predicted;

/** e.g. `Request 12: 18,850 read, 0 written: …` */
export function sayRequest(
  request: Pick<SessionRequest, "number" | "billed" | "predicted" | "reason">,
): Message {
  const figures = figuresOf(request);
  const told = { number: String(request.number), why: request.reason.sentence };
  if (!figures) return tell("recordFigures.announcementNoFigures", told);
  const [read, written] = [formatCount(figures.read), formatCount(figures.written)];
  return tell("recordFigures.announcement", { ...told, read, written });
}

/** Why it read what it read, behind what it paid for again where there is any. */
export const sayWhy = ({ lost, reason }: Pick<SessionRequest, "reason" | "lost">): Said =>
  lost > 0 ? tell("recordFigures.lostWhy", { count: lost, why: reason.sentence }) : reason.sentence;

/** Seconds as a gap is told: with one decimal where they are few, to the minute from an hour on. */
export function roundGap(seconds: number): number {
  const whole = Math.round(seconds);
  if (seconds < 10) return Math.round(seconds * 10) / 10;
  return whole < 3600 ? whole : whole - (whole % 60);
}

/** Bad is what was paid for again, or refused. */
export function judgeTone({
  reason,
  lost,
}: Pick<SessionRequest, "reason" | "lost">): "good" | "bad" | "plain" {
  if (reason.code === "failed" || lost > 0) return "bad";
  return reason.code === "hit" ? "good" : "plain";
}
