/** What this browser keeps of each page and may keep it from being drawn: told by name, as a file, and taken away on request. */
import type { MessageKey } from "../../lib/words/message";

type Place = "local" | "session";

export interface KeptValue {
  readonly place: Place;
  /** Under which it is stored. */
  readonly name: string;
  /** What it is, for the reader. */
  readonly labelKey: MessageKey;
  /** The pages that read it, by the first part of their path. */
  readonly pages: readonly string[];
}

/**
 * Everything that is read as more than a word: choices such as the theme's can break nothing. Keys are left out, since nothing
 * of them may come into a file.
 */
export const KEPT_VALUES: readonly KeptValue[] = [
  { place: "session", name: "audit", labelKey: "fault.audit", pages: ["/audit"] },
  { place: "session", name: "probe-run", labelKey: "fault.probeRun", pages: ["/probes"] },
  { place: "session", name: "probe-draft", labelKey: "fault.probeDraft", pages: ["/probes"] },
  { place: "local", name: "findings", labelKey: "fault.findings", pages: ["/", "/probes", "/record"] },
  { place: "local", name: "calibrations", labelKey: "fault.calibrations", pages: ["/", "/record"] },
  { place: "session", name: "live-run", labelKey: "fault.liveRun", pages: ["/"] },
  { place: "local", name: "short-links", labelKey: "fault.shortLinks", pages: ["/"] },
  { place: "local", name: "react-resizable-panels:map-columns", labelKey: "fault.panels", pages: ["/"] },
  { place: "session", name: "open-layout", labelKey: "fault.openLayout", pages: ["/", "/layers"] },
  { place: "local", name: "lessons-done", labelKey: "fault.lessons", pages: ["/learn"] },
];

const storageOf = (place: Place): Storage => (place === "local" ? localStorage : sessionStorage);

function read({ place, name }: KeptValue): string | null {
  try {
    return storageOf(place).getItem(name);
  } catch {
    return null;
  }
}

/** Those that this browser has of a page now. @param path e.g. `/learn/clock/3` */
export function listKept(path: string): readonly KeptValue[] {
  const first = path.split("/")[1] ?? "";
  // A short link opens the playground.
  const page = first === "s" ? "/" : `/${first}`;
  return KEPT_VALUES.filter((value) => value.pages.includes(page) && read(value) !== null);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return text;
  }
}

/** The file that holds them: each under its name, and what the page has of its address behind #. */
export const writeKeptFile = (kept: readonly KeptValue[], address: string): string =>
  `${JSON.stringify({ address, kept: Object.fromEntries(kept.map((value) => [value.name, parsed(read(value))])) }, null, 2)}\n`;

export function removeKept(kept: readonly KeptValue[]): void {
  for (const { place, name } of kept) storageOf(place).removeItem(name);
}
