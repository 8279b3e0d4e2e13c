/** What the operator can set about the recorder, and what holds where nothing is set. */

import { tell } from "../../words/message";
import { type Environment, readCount } from "../environment";
import { isLoopbackHost } from "../relay/network-address";
import { ServiceUnavailable } from "../service-unavailable";

export interface RecordSettings {
  /** Whether agents may be recorded. */
  readonly isOn: boolean;
  /** Hours that a session is kept: the standard, and the most that can be asked for. */
  readonly hours: number;
  /** Bytes of exchanges kept of one session; the oldest go first. */
  readonly sessionBytes: number;
  /** The same for all sessions together. */
  readonly allBytes: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_RECORD: RecordSettings = {
  isOn: false,
  hours: 24,
  sessionBytes: 64 * MEGABYTE,
  allBytes: 512 * MEGABYTE,
};

const CODE = "record_settings_invalid";

function readSwitch({ PLAYGROUND_RECORD, PLAYGROUND_LISTEN }: Environment): boolean {
  const text = PLAYGROUND_RECORD?.trim().toLowerCase();
  if (!text) return isLoopbackHost(PLAYGROUND_LISTEN?.trim() ?? "");
  if (text !== "on" && text !== "off") {
    throw new ServiceUnavailable({
      code: CODE,
      message: tell("server.onOrOff", { name: "PLAYGROUND_RECORD" }),
    });
  }
  return text === "on";
}

/**
 * Reads the recorder's settings from the environment (see docs/record.md). Throws a `ServiceUnavailable` with one sentence
 * when one of them is wrong.
 */
export function readRecordSettings(env: Environment): RecordSettings {
  const megabytes = (name: string, otherwise: number): number =>
    readCount(env, name, { otherwise: otherwise / MEGABYTE, most: 1_000_000, code: CODE }) * MEGABYTE;
  return {
    isOn: readSwitch(env),
    hours: readCount(env, "PLAYGROUND_RECORD_HOURS", {
      otherwise: DEFAULT_RECORD.hours,
      most: 720,
      code: CODE,
    }),
    sessionBytes: megabytes("PLAYGROUND_RECORD_SESSION_MB", DEFAULT_RECORD.sessionBytes),
    allBytes: megabytes("PLAYGROUND_RECORD_MB", DEFAULT_RECORD.allBytes),
  };
}
