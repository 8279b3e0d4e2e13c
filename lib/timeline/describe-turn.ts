/** Says what a turn does, in a short sentence. */
import { formatDuration, formatSeconds } from "../values/figures";
import type { Turn } from "./scenario";

/** e.g. `45 s`, `7 min`, `1 h 30 min`. */
const writeGap = (seconds: number): string =>
  seconds < 120 ? formatSeconds(seconds) : formatDuration(seconds);

const plural = (count: number, one: string): string =>
  count === 1 ? `one ${one}` : `${count.toLocaleString("en")} ${one}s`;

function describeAction({ mode, copies = 1 }: Turn): string {
  if (mode === "ping") return "the request is sent again for one token";
  const many = copies > 1;
  const verb = many ? "are sent at once" : "is sent";
  const what = {
    append: many ? `${copies} next messages` : "the next message",
    replace: many ? `${copies} other messages` : "another message in place of the last",
    repeat: many ? `${copies} copies of the same request` : "the same request",
    body: many ? `${copies} copies of a recorded request` : "a recorded request",
  }[mode];
  return `${what} ${verb}`;
}

/** e.g. `45 s later, the next message is sent, followed by two tool rounds.` */
export function describeTurn(turn: Turn): string {
  const { gap, times = 1, rounds = [], events = [] } = turn;
  const when =
    times > 1
      ? `${times.toLocaleString("en")} times, ${writeGap(gap)} apart,`
      : gap === 0
        ? "At once,"
        : `${writeGap(gap)} later,`;
  const tools =
    rounds.length > 0 && turn.mode !== "ping" ? `, with ${plural(rounds.length, "tool round")}` : "";
  const changes = events.length > 0 ? `, after ${plural(events.length, "change")}` : "";
  return `${when} ${describeAction(turn)}${tools}${changes}.`;
}
