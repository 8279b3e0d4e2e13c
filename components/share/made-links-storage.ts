/** Keeps the short links made in this browser, so that they can be deleted; without the keys that open them. */
import type { ShortLink } from "./short-link-client";

const KEY = "short-links";

export interface MadeLink extends ShortLink {
  /** What was open when it was made. */
  readonly title: string;
  /** Epoch seconds. */
  readonly madeAt: number;
}

function isMadeLink(value: unknown): value is MadeLink {
  if (typeof value !== "object" || value === null) return false;
  const { id, deleteToken, title, expiresAt, madeAt, bytes } = value as Readonly<Record<string, unknown>>;
  return (
    [id, deleteToken, title].every((each) => typeof each === "string") &&
    [expiresAt, madeAt, bytes].every((each) => typeof each === "number")
  );
}

/**
 * Those that live, newest first; none where storage is closed or holds something else.
 * @param now epoch seconds
 */
export function readMadeLinks(now: number): readonly MadeLink[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    return stored.filter(isMadeLink).filter(({ expiresAt }) => expiresAt > now);
  } catch {
    return [];
  }
}

/** False where the browser does not keep them. */
function writeMadeLinks(links: readonly MadeLink[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(links));
    return true;
  } catch {
    return false;
  }
}

// Read anew before each change: another tab may have made one meanwhile.
export const keepMadeLink = (link: MadeLink): boolean =>
  writeMadeLinks([link, ...readMadeLinks(link.madeAt).filter(({ id }) => id !== link.id)]);

export const forgetMadeLink = (id: string, now: number): boolean =>
  writeMadeLinks(readMadeLinks(now).filter((link) => link.id !== id));
