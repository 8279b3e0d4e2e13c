/** How much the emulator keeps at most, and what a request hears that finds no room. */
import { type Environment, readCount } from "../environment";
import type { ServiceError } from "./service-error";

export interface StateLimits {
  /** Keys with anything kept at one time. */
  readonly keys: number;
  /** Values of all keys together; each is a file in the embedded store. */
  readonly files: number;
  /** Bytes of all of them, in whole blocks of a disk. */
  readonly bytes: number;
  /** The same of one key. */
  readonly filesOfKey: number;
  readonly bytesOfKey: number;
}

const MB = 1_000_000;

export const STANDARD_LIMITS: StateLimits = {
  keys: 1000,
  files: 20_000,
  bytes: 256 * MB,
  filesOfKey: 700,
  bytesOfKey: 64 * MB,
};

/** Reads the limits (see docs/emulator.md). Throws a `ServiceUnavailable` with one sentence when one of them is wrong. */
export function readStateLimits(env: Environment): StateLimits {
  const count = (name: string, otherwise: number, most: number): number =>
    readCount(env, `PLAYGROUND_EMULATOR_${name}`, { otherwise, most, code: "emulator_settings_invalid" });
  return {
    ...STANDARD_LIMITS,
    keys: count("KEYS", STANDARD_LIMITS.keys, 1_000_000),
    files: count("FILES", STANDARD_LIMITS.files, 1_000_000),
    bytes: count("MB", STANDARD_LIMITS.bytes / MB, 1_000_000) * MB,
  };
}

const figure = (count: number): string => count.toLocaleString("en-US");

const WAYS_OUT =
  'Requests without cache markers and with "store": false are answered as ever. What is kept goes two hours after its last use, a response when it is deleted or after seven days.';

const FAULTS: Readonly<Record<"keys" | "key" | "all", (limits: StateLimits) => ServiceError>> = {
  keys: ({ keys }) => ({
    status: 429,
    code: "emulator_keys",
    type: "insufficient_quota",
    message: `This emulator keeps caches and responses of ${figure(keys)} keys at a time and has as many: go on with a key that it knows. ${WAYS_OUT} Its operator can raise PLAYGROUND_EMULATOR_KEYS.`,
  }),
  key: ({ filesOfKey, bytesOfKey }) => ({
    status: 429,
    code: "emulator_key_full",
    type: "insufficient_quota",
    message: `This emulator keeps ${figure(filesOfKey)} caches and responses of one key, or ${figure(bytesOfKey / MB)} MB, and has as much: ask for fewer models, or take another key. ${WAYS_OUT}`,
  }),
  all: ({ files, bytes }) => ({
    status: 507,
    code: "emulator_full",
    type: "insufficient_storage",
    message: `This emulator keeps ${figure(files)} caches and responses, or ${figure(bytes / MB)} MB, and has as much. ${WAYS_OUT} Its operator can raise PLAYGROUND_EMULATOR_FILES and PLAYGROUND_EMULATOR_MB.`,
  }),
};

/** Thrown where a request would keep more than there is room for; the emulator answers with `error`. */
export class StateFull extends Error {
  readonly error: ServiceError;

  constructor(what: keyof typeof FAULTS, limits: StateLimits) {
    const error = FAULTS[what](limits);
    super(error.message);
    this.name = "StateFull";
    this.error = error;
  }
}
