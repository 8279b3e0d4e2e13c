/** A layout as a file, `*.cache.json`: JSON that people can read, through the same versions and checks as a link. */

import { fail } from "../values/failure";
import { tell } from "../words/message";
import { type DecodedShare, omitDefaults } from "./codec";
import { climbLadder, SHARE_VERSION } from "./ladder";
import { restoreSharedLayout } from "./restore";
import type { SharedLayout } from "./shared-layout";

/** Says what the file is. */
const LAYOUT_FILE_KIND = "prompt-cache-layout";
/** UTF-16 units of a file's text that are read at most. */
export const MAX_FILE = 20_000_000;

/** The file's text: indented JSON with a line break at its end. */
export function writeLayoutFile(layout: SharedLayout): string {
  const value = { kind: LAYOUT_FILE_KIND, version: SHARE_VERSION, ...omitDefaults(layout) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Whether a decoded value says that it is such a file, whatever else is in it. */
export const isLayoutFile = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === LAYOUT_FILE_KIND;

/**
 * Reads the decoded JSON of a file. Never throws on what JSON can say.
 * `reason` is one sentence for the user.
 */
export function readLayoutFile(value: unknown): DecodedShare {
  if (!isLayoutFile(value)) return fail(tell("share.fileNoLayout"));
  const { kind: _, version, ...carried } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(version) || (version as number) < 1) {
    return fail(tell("share.fileNoVersion"));
  }
  if ((version as number) > SHARE_VERSION) {
    return fail(tell("share.fileNewer"));
  }
  const { text } = carried;
  if (typeof text === "string" && text.length > MAX_FILE) {
    return fail(tell("share.fileTooLarge"));
  }
  const layout = restoreSharedLayout(climbLadder(version as number, carried));
  return layout ? { ok: true, value: layout } : fail(tell("share.fileNoRequest"));
}
