/** What a probe is: a question to a service, the calls that ask it, and what their answers mean. */
import type { ReadingOf, Readings, SwitchId } from "../offers/readings";
import type { Dialect } from "../prompt/prompt";
import type { JsonObject } from "../values/json";

/** In the order they are listed; the place in it is the probe's number. */
export const PROBE_IDS = [
  "extra-markers",
  "tool-marker",
  "two-in-a-message",
  "result-marker",
  "hour-before-qwen4",
  "life",
  "client-header",
  "lookback",
  "at-once",
  "implicit",
  "minimum",
  "reasoning",
  "string-and-array",
  "nested-renewal",
  "qwen4",
  "middle-system",
  "nested-marker",
  "sharing",
  "counting",
] as const;

export type ProbeId = (typeof PROBE_IDS)[number];

/** What a second key is: another one of the same account, or one of another workspace or region of it. */
export type SecondKind = "key" | "workspace" | "region";

/** What the calls of a probe are written for. */
export interface ProbeSetup {
  readonly model: string;
  /** Null where none is given: a probe that needs one cannot be run. */
  readonly second: SecondKind | null;
}

/** What a probe asks of the setup; a probe without needs runs on every model with an explicit cache. */
export type Need = "before-qwen4" | "qwen4" | "message-level" | "implicit" | "thinking" | "second";

/** What came of one call. Seconds since the run began. */
export type ProbeResult =
  | {
      readonly kind: "answered";
      /** Tokens, as the usage says them. */
      readonly prompt: number;
      readonly read: number;
      readonly written: number;
      readonly completion: number;
      /** Seconds from the start to the end of the answer. */
      readonly lasted: number;
      /** As it was sent; it holds numbers and names of fields only. */
      readonly usage: unknown;
    }
  /** The service took the request for wrong, which may be the answer to the question. */
  | { readonly kind: "refused"; readonly status: number; readonly said: string }
  /** Nothing can be said of it. */
  | {
      readonly kind: "failed";
      readonly fault: string;
      /** Of the answer that refused the call; absent where none came, or an answer that says nothing. */
      readonly status?: number;
      /** True where it is known that nothing was billed. */
      readonly isUnbilled?: boolean;
    };

/** What is known when the body of a call is written. */
export interface Told {
  readonly setup: ProbeSetup;
  /** Results of the calls before it in the same repeat, by their ids. */
  readonly results: Results;
  /**
   * Plain words of so many tokens (in the Qwen3 vocabulary, about as many in others), the same for the same name within a
   * repeat and like no others. They begin with the salt, so that no cache can know them from elsewhere.
   */
  words(tokens: number, name: string): string;
}

export type Results = ReadonlyMap<string, ProbeResult>;

export interface ProbeCall {
  /** Unique within the probe. */
  readonly id: string;
  /** When it is sent: so many seconds after the start or the end of an earlier call; absent = at the start of the repeat. */
  readonly after?: { readonly call: string; readonly from: "start" | "end"; readonly seconds: number };
  /** A control: what a service that caches must answer. Where it does not, the repeat says nothing. */
  readonly expects?: "miss" | "hit" | "write";
  /** True where it asks for what only the implicit cache gives, which the emulator has to be told. */
  readonly byImplicit?: boolean;
  /** True where it goes by the second key. */
  readonly bySecond?: boolean;
  /** Absent = `openai`. */
  readonly dialect?: Exclude<Dialect, "responses">;
  /** True where a refusal is an answer to the question; absent = a refusal says nothing. */
  readonly mayBeRefused?: boolean;
  /** Seconds that its response should take at least; absent = whatever. The body must ask for an answer as long. */
  readonly lasts?: number;
  /** The most tokens it can take, for what it costs. */
  readonly most: { readonly input: number; readonly output: number };
  /** The body, without model and limits of the answer where `answer` has them. */
  readonly write: (told: Told) => JsonObject;
}

/** What one repeat says: a reading for each switch, and figures besides; null = it cannot tell. */
export interface RepeatReading {
  readonly readings: Readings;
  /** E.g. a ratio; by name. Repeats need not agree in them. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Probe {
  readonly id: ProbeId;
  /** What it settles; none where it measures figures alone. */
  readonly switches: readonly SwitchId[];
  readonly needs: readonly Need[];
  /** How often it is asked; all repeats must agree. */
  readonly repeats: number;
  readonly calls: (setup: ProbeSetup) => readonly ProbeCall[];
  readonly read: (results: Results, setup: ProbeSetup) => RepeatReading | null;
}

/** One switch's reading. */
export const reads = <Id extends SwitchId>(id: Id, reading: ReadingOf<Id>): Readings =>
  ({ [id]: reading }) as Readings;

/** The answered call of that name; null where it was refused or is missing. */
export function answerOf(results: Results, id: string): Extract<ProbeResult, { kind: "answered" }> | null {
  const result = results.get(id);
  return result?.kind === "answered" ? result : null;
}

export const wasRefused = (results: Results, id: string): boolean => results.get(id)?.kind === "refused";
