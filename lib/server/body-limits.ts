/** What the bodies of requests may take of this process: time to come in, and memory for all of them at one time. */
import { type Environment, readCount } from "./environment";
import { createPieceTurns, type PieceTurns } from "./piece-turns";

export interface BodyLimits {
  /** Milliseconds without any byte. */
  readonly idleMs: number;
  /** Milliseconds that a sender may be waited for in all. */
  readonly wholeMs: number;
  /** Bytes of all bodies that are held at one time. */
  readonly heldBytes: number;
}

interface HeldBytes {
  /** False where there is no room; then nothing is taken. */
  take(bytes: number): boolean;
  give(bytes: number): void;
  /** How many are taken. */
  count(): number;
}

/** What the readers of bodies go by. */
export interface BodyRoom {
  readonly limits: BodyLimits;
  readonly held: HeldBytes;
  readonly turns: PieceTurns;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_BODY_LIMITS: BodyLimits = {
  idleMs: 20_000,
  wholeMs: 180_000,
  heldBytes: 256 * MEGABYTE,
};

const CODE = "body_settings_invalid";
const MOST_SECONDS = 3600;
const MOST_MEGABYTES = 1_000_000;

/** Throws a `ServiceUnavailable` when one of the settings is wrong. */
export function readBodyLimits(env: Environment): BodyLimits {
  const standard = DEFAULT_BODY_LIMITS;
  const count = (name: string, unit: number, otherwise: number, most: number) =>
    readCount(env, name, { otherwise: otherwise / unit, most, code: CODE }) * unit;
  return {
    idleMs: count("PLAYGROUND_BODY_IDLE_SECONDS", 1000, standard.idleMs, MOST_SECONDS),
    wholeMs: count("PLAYGROUND_BODY_SECONDS", 1000, standard.wholeMs, MOST_SECONDS),
    heldBytes: count("PLAYGROUND_BODY_MB", MEGABYTE, standard.heldBytes, MOST_MEGABYTES),
  };
}

export function createBodyRoom(limits: BodyLimits): BodyRoom {
  let taken = 0;
  const held: HeldBytes = {
    take(bytes) {
      if (taken + bytes > limits.heldBytes) return false;
      taken += bytes;
      return true;
    },
    give(bytes) {
      taken -= bytes;
    },
    count: () => taken,
  };
  return { limits, held, turns: createPieceTurns() };
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundBodies?: BodyRoom };

/** The room of this process, by its environment. Throws a `ServiceUnavailable` when a setting is wrong. */
export function ownBodyRoom(): BodyRoom {
  shared.playgroundBodies ??= createBodyRoom(readBodyLimits(process.env));
  return shared.playgroundBodies;
}
