/** The headers with which a test steers the emulator; the real service knows none of them. */
import { isReading, isSwitch, type Readings, restoreReadings, SWITCHES } from "../../offers/readings";

const FAULTS = [
  "400",
  "401",
  "403",
  "404",
  "429",
  "quota",
  "500",
  "503",
  "stream-error",
  "cut",
  "slow",
] as const;
const LIES = ["says-none", "says-all", "scatter", "no-cache"] as const;
const LATENCIES = ["off", "real"] as const;
const IMPLICIT = ["never", "always"] as const;

export type Fault = (typeof FAULTS)[number];
export type Lie = (typeof LIES)[number];

export interface Controls {
  /** Epoch seconds that this request takes place at; null = the clock. */
  readonly time: number | null;
  /** Seconds that its response takes beyond what it does, by that time; nobody waits for them. */
  readonly duration: number;
  readonly fault: Fault | null;
  /** Tokens of the reply; null = as the emulator likes. */
  readonly completion: number | null;
  /** Replies that call a tool before one in words; null = as the text says. */
  readonly calls: number | null;
  /** True where the first token takes its time, less of it the more is read. */
  readonly latency: boolean;
  /** True where implicit reads happen. */
  readonly implicit: boolean;
  readonly lie: Lie | null;
  /** How what the documentation leaves open is played. */
  readonly readings: Readings;
  /** Tokens that are billed for each that is counted. */
  readonly ratio: number;
}

export type ReadControls =
  | { readonly ok: true; readonly controls: Controls }
  | { readonly ok: false; readonly message: string };

/** The longest reply that can be asked for, in tokens. */
export const MAX_COMPLETION = 10_000;
const MAX_CALLS = 1000;
const MAX_TIME = 1e11;
const MAX_DURATION = 3600;

class WrongHeader extends Error {}

function pick<T extends string>(headers: Headers, name: string, values: readonly T[]): T | null {
  const written = headers.get(name);
  if (written === null) return null;
  const found = values.find((value) => value === written.trim().toLowerCase());
  if (found === undefined) throw new WrongHeader(`${name} must be one of ${values.join(", ")}.`);
  return found;
}

function number(headers: Headers, name: string, most: number, isWhole: boolean): number | null {
  const written = headers.get(name);
  if (written === null) return null;
  const value = written.trim() === "" ? Number.NaN : Number(written);
  if (!(value >= 0 && value <= most) || (isWhole && !Number.isInteger(value))) {
    const what = isWhole ? "a whole number" : "a number";
    throw new WrongHeader(`${name} must be ${what} from 0 to ${most}.`);
  }
  return value;
}

/** Pairs such as `life=hour`, parted by commas. */
function readings(headers: Headers): Readings {
  const name = "x-emulator-readings";
  const pairs = (headers.get(name) ?? "").split(",").filter((pair) => pair.trim() !== "");
  const chosen = pairs.map((pair) => pair.split("=").map((side) => side.trim()));
  for (const [id = "", reading = ""] of chosen) {
    if (!isSwitch(id)) throw new WrongHeader(`${name} knows no switch of the name ${id.slice(0, 40)}.`);
    if (isReading(id, reading)) continue;
    throw new WrongHeader(`${name}: ${id} must be one of ${SWITCHES[id].readings.join(", ")}.`);
  }
  return restoreReadings(Object.fromEntries(chosen));
}

const MAX_RATIO = 10;

/** Reads the headers that begin with `x-emulator-`; the first wrong one is told in a sentence. */
export function readControls(headers: Headers): ReadControls {
  try {
    return {
      ok: true,
      controls: {
        time: number(headers, "x-emulator-time", MAX_TIME, false),
        duration: number(headers, "x-emulator-duration", MAX_DURATION, false) ?? 0,
        fault: pick(headers, "x-emulator-fault", FAULTS),
        completion: number(headers, "x-emulator-completion", MAX_COMPLETION, true),
        calls: number(headers, "x-emulator-calls", MAX_CALLS, true),
        latency: pick(headers, "x-emulator-latency", LATENCIES) === "real",
        implicit: pick(headers, "x-emulator-implicit", IMPLICIT) === "always",
        lie: pick(headers, "x-emulator-lie", LIES),
        readings: readings(headers),
        ratio: number(headers, "x-emulator-ratio", MAX_RATIO, false) ?? 1,
      },
    };
  } catch (error) {
    if (error instanceof WrongHeader) return { ok: false, message: error.message };
    throw error;
  }
}
