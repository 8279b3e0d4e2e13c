/** A scenario: what happens after the first request. The document is the first request; turns follow it. */

/** `append`: the reply and a new user message are added. `replace`: the last user text changes. `repeat`: the same body again. */
export type TurnMode = "append" | "replace" | "repeat";

export interface Turn {
  readonly mode: TurnMode;
  /** Seconds from the start of the request before to the start of this one. */
  readonly gap: number;
  /** The new user text; unused by `repeat`. */
  readonly user: string;
  /** What the model answers to this request: counted as completion, and part of the next one when that appends. */
  readonly reply: string;
}

export interface Scenario {
  readonly name: string;
  /** Seconds from the start of a request to the end of its response. */
  readonly duration: number;
  /** What the model answers to the document's own request. */
  readonly reply: string;
  readonly turns: readonly Turn[];
}

/** Bounds of what is accepted from outside: a link or a file. */
export const MAX_TURNS = 500;
export const MAX_GAP_SECONDS = 86_400;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOr = (value: unknown, fallback: string): string =>
  typeof value === "string" ? value.slice(0, 100_000) : fallback;

const secondsOr = (value: unknown, fallback: number): number =>
  typeof value === "number" && Number.isFinite(value)
    ? Math.min(Math.max(value, 0), MAX_GAP_SECONDS)
    : fallback;

function restoreTurn(value: unknown): Turn | null {
  if (!isRecord(value)) return null;
  const mode = value.mode;
  if (mode !== "append" && mode !== "replace" && mode !== "repeat") return null;
  return {
    mode,
    gap: secondsOr(value.gap, 30),
    user: textOr(value.user, ""),
    reply: textOr(value.reply, ""),
  };
}

/** A valid scenario out of anything decoded from a link; null when it is none. Bad turns are left out. */
export function restoreScenario(value: unknown): Scenario | null {
  if (!isRecord(value) || !Array.isArray(value.turns)) return null;
  return {
    name: textOr(value.name, "Scenario").slice(0, 200),
    duration: secondsOr(value.duration, 3),
    reply: textOr(value.reply, ""),
    turns: value.turns
      .slice(0, MAX_TURNS)
      .map(restoreTurn)
      .filter((turn): turn is Turn => turn !== null),
  };
}
