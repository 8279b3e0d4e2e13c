/** A request in one line, for screen readers, and whether it is good news. */
import type { SessionFigures, SessionRequest } from "../../lib/sessions/session-view";
import { formatCount, formatDuration, formatTokens } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";

/** What was billed, else what is predicted; null where neither is known. */
export const figuresOf = ({
  billed,
  predicted,
}: Pick<SessionRequest, "billed" | "predicted">): SessionFigures | null => billed ?? predicted;

/** e.g. `Request 12: 18,850 read, 0 written: …` */
export function sayRequest(
  request: Pick<SessionRequest, "number" | "billed" | "predicted" | "reason">,
): string {
  const figures = figuresOf(request);
  const counts = figures
    ? `${formatCount(figures.read)} read, ${formatCount(figures.written)} written: `
    : "";
  return `Request ${request.number}: ${counts}${ENGLISH.say(request.reason.sentence)}`;
}

/** What a request paid for again, as a sentence before its reason; empty where it paid for nothing again. */
export const sayLost = (lost: number): string => (lost > 0 ? `Missed ${formatTokens(lost)}. ` : "");

/** Seconds as `6 min 2 s`, or with one decimal where they are few. */
export function sayGap(seconds: number): string {
  const whole = Math.round(seconds);
  return formatDuration(
    seconds < 10 ? Math.round(seconds * 10) / 10 : whole < 3600 ? whole : whole - (whole % 60),
  );
}

/** Bad is what was paid for again, or refused. */
export function judgeTone({
  reason,
  lost,
}: Pick<SessionRequest, "reason" | "lost">): "good" | "bad" | "plain" {
  if (reason.code === "failed" || lost > 0) return "bad";
  return reason.code === "hit" ? "good" : "plain";
}
