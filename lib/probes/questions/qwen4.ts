/** Qwen4: which marker takes a life, and which field asks for automatic caching? */
import type { ReadingOf } from "../../offers/readings";
import type { JsonObject } from "../../values/json";
import { answerOf, type Probe, type ProbeCall, type Results } from "../probe";
import { chat, MARKER, marked, message, QUESTION } from "../write-body";

const LENGTH = 1400;
/** Seconds: twice the usual life. */
const IDLE = 600;

const LIFE_MARKERS: Readonly<Record<string, JsonObject>> = {
  "cache-control": { cache_control: { type: "ephemeral", ttl: "1h" } },
  breakpoint: { prompt_cache_breakpoint: { mode: "explicit", ttl: "1h" } },
  plain: MARKER,
};

const AUTOMATIC: Readonly<Record<string, JsonObject>> = {
  "top-control": { cache_control: { type: "ephemeral" } },
  "top-breakpoint": { prompt_cache_breakpoint: { mode: "automatic" } },
};

const most = { input: LENGTH + 100, output: 8 };

const listLives = (): ProbeCall[] =>
  Object.entries(LIFE_MARKERS).flatMap(([name, marker]): ProbeCall[] => [
    {
      id: `${name}-write`,
      mayBeRefused: name !== "plain",
      most,
      write: ({ words }) => chat([marked("system", words(LENGTH, name), marker), QUESTION]),
    },
    {
      id: `${name}-late`,
      after: { call: `${name}-write`, from: "end", seconds: IDLE },
      ...(name === "plain" ? { expects: "miss" as const } : {}),
      most,
      write: ({ words }) => chat([marked("system", words(LENGTH, name)), QUESTION]),
    },
  ]);

const listAutomatic = (): ProbeCall[] =>
  Object.entries(AUTOMATIC).map(([name, field]) => ({
    id: name,
    mayBeRefused: true,
    most,
    write: ({ words }) => chat([message("user", words(LENGTH, name))], field),
  }));

function findLifeField(results: Results): ReadingOf<"qwen4-life-field"> {
  const isRead = (name: string): boolean => (answerOf(results, `${name}-late`)?.read ?? 0) > 0;
  if (isRead("cache-control")) return isRead("breakpoint") ? "either-marker" : "cache-control";
  return isRead("breakpoint") ? "breakpoint" : "none";
}

/** Null where both fields do it. */
function findAutomaticField(results: Results): ReadingOf<"qwen4-automatic-field"> | null {
  const isWritten = (name: string): boolean => (answerOf(results, name)?.written ?? 0) > 0;
  const [control, breakpoint] = [isWritten("top-control"), isWritten("top-breakpoint")];
  if (control && breakpoint) return null;
  return control ? "top-cache-control" : breakpoint ? "top-breakpoint" : "unknown";
}

export const qwen4: Probe = {
  id: "qwen4",
  switches: ["qwen4-life-field", "qwen4-automatic-field"],
  needs: ["qwen4"],
  repeats: 2,
  calls: () => [...listLives(), ...listAutomatic()],
  read(results) {
    const automatic = findAutomaticField(results);
    return {
      readings: {
        "qwen4-life-field": findLifeField(results),
        ...(automatic === null ? {} : { "qwen4-automatic-field": automatic }),
      },
    };
  },
};
