/** `"ttl": "1h"` before Qwen4: refused, without effect, or honoured? */
import { answerOf, type Probe, type ProbeCall, reads, wasRefused } from "../probe";
import { chat, MARKER, marked, QUESTION } from "../write-body";

const LENGTH = 1400;
const HOUR = { cache_control: { type: "ephemeral", ttl: "1h" } } as const;
/** Seconds: twice the documented life. */
const IDLE = 600;

const call = (
  id: string,
  name: string,
  marker: typeof HOUR | typeof MARKER,
  rest: Partial<ProbeCall>,
): ProbeCall => ({
  id,
  most: { input: LENGTH + 100, output: 8 },
  write: ({ words }) => chat([marked("system", words(LENGTH, name), marker), QUESTION]),
  ...rest,
});

const late = (first: string): ProbeCall["after"] => ({ call: first, from: "end", seconds: IDLE });

export const hourBeforeQwen4: Probe = {
  id: "hour-before-qwen4",
  switches: ["hour-before-qwen4"],
  needs: ["before-qwen4"],
  repeats: 2,
  calls: () => [
    call("plain", "plain", MARKER, { expects: "write" }),
    call("hour", "hour", HOUR, { mayBeRefused: true }),
    call("hour-late", "hour", MARKER, { after: late("plain") }),
    // What nobody asked an hour for has to be gone by then.
    call("plain-late", "plain", MARKER, { after: late("plain"), expects: "miss" }),
  ],
  read(results) {
    if (wasRefused(results, "hour")) return { readings: reads("hour-before-qwen4", "refused") };
    const [hour, again] = [answerOf(results, "hour"), answerOf(results, "hour-late")];
    if (!hour || !again) return null;
    if (hour.written === 0) return { readings: reads("hour-before-qwen4", "no-entry") };
    return { readings: reads("hour-before-qwen4", again.read > 0 ? "hour" : "five-minutes") };
  },
};
