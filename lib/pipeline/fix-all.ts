/** Applies every safe fix of a document, one after another, until none is left. */
import { countPlaces, type Diagnostic } from "../lint/diagnostic";
import { lintErrors } from "../lint/lint";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import { writeWords } from "../prompt/same-words";
import type { Said } from "../words/message";
import type { Settings } from "./analysis";
import { contextOf, lintDocument } from "./lint-document";
import type { DocumentOpener } from "./open-document";

export interface FixedDocument {
  readonly text: string;
  /** Titles of the fixes applied, in order. */
  readonly fixed: readonly Said[];
  /** Errors and warnings that remain, with a fix or without. */
  readonly left: number;
}

/** A document with more wrong than this is better looked at by its author. */
const MOST_FIXES = 100;

/** UTF-16 units that may be gone through in one go: each fix reads the whole text, and is followed by another look at it. */
const UNITS_READ = 20_000_000;
/** Fixes that are tried in any case. */
const FEWEST = 8;

const grave = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity !== "info");

function findGrave(text: string, settings: Settings, open: DocumentOpener): Diagnostic[] {
  const { document, errors } = open(text, settings);
  return grave(
    document
      ? lintDocument(contextOf(text, document, errors, settings), settings, null)
      : lintErrors(text, errors),
  );
}

/**
 * A fix is safe when it only touches markers and the form of a content: no word the model reads changes. Each one is
 * found anew in the text that the one before left, so fixes never work against each other; a text that comes back
 * ends the search, and so does much work on a long one.
 */
export function fixAll(text: string, settings: Settings, open: DocumentOpener): FixedDocument {
  const seen = new Set([text]);
  const fixed: Said[] = [];
  let current = text;
  let tries = Math.max(FEWEST, Math.floor(UNITS_READ / Math.max(1, text.length)));
  for (;;) {
    const found = findGrave(current, settings, open);
    const done: FixedDocument = { text: current, fixed, left: countPlaces(found) };
    if (fixed.length === MOST_FIXES) return done;
    const before = parsePrompt(current).prompt;
    const words = before ? writeWords(before) : null;
    let next: string | null = null;
    for (const diagnostic of found) {
      if (words === null || tries === 0) break;
      const { rule, fix } = diagnostic;
      if (!fix) continue;
      const candidate = applyEdits(current, fix.edits);
      if (seen.has(candidate)) continue;
      tries--;
      const after = parsePrompt(candidate).prompt;
      if (!after || writeWords(after) !== words) continue;
      fixed.push(fix.title ?? rule);
      next = candidate;
      break;
    }
    if (next === null) return done;
    seen.add(next);
    current = next;
  }
}
