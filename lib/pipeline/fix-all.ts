/** Applies every safe fix of a document, one after another, until none is left. */
import type { Diagnostic } from "../lint/diagnostic";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import { sayTheSame } from "../prompt/same-words";
import type { Said } from "../words/message";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
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

/** The text after the fix, where that says the same to the model; null where it does not. */
function fixSafely(text: string, { fix, severity }: Diagnostic): string | null {
  if (!fix || severity === "info") return null;
  const fixed = applyEdits(text, fix.edits);
  const before = parsePrompt(text).prompt;
  const after = parsePrompt(fixed).prompt;
  return fixed !== text && before && after && sayTheSame(before, after) ? fixed : null;
}

/**
 * A fix is safe when it only touches markers and the form of a content: no word the model reads changes. Each one is
 * found anew in the text that the one before left, so fixes never work against each other; a text that comes back
 * ends the search.
 */
export function fixAll(text: string, settings: Settings, open: DocumentOpener): FixedDocument {
  const seen = new Set([text]);
  const fixed: Said[] = [];
  let current = text;
  for (;;) {
    const { diagnostics } = analyse(current, settings, open);
    const grave = diagnostics.filter(({ severity }) => severity !== "info");
    const done: FixedDocument = { text: current, fixed, left: grave.length };
    if (fixed.length === MOST_FIXES) return done;
    let next: string | null = null;
    for (const diagnostic of grave) {
      const candidate = fixSafely(current, diagnostic);
      if (candidate === null || seen.has(candidate)) continue;
      fixed.push(diagnostic.fix?.title ?? diagnostic.rule);
      next = candidate;
      break;
    }
    if (next === null) return done;
    seen.add(next);
    current = next;
  }
}
