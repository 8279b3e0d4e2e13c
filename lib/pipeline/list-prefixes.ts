/** The requests of a document as text-free segments, cut wherever two of them part: what a walk through layers needs. */
import { countNearest } from "../compare/counting";
import type { GivenPrompt, GivenSegments } from "../compare/given-request";
import { readPrompts } from "../compare/read-prompts";
import { createPrefixIndex } from "../layout/prefix-index";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";

export interface PrefixQuestion {
  readonly kind: "list-prefixes";
  readonly text: string;
  readonly settings: Settings;
  /** Requests from the first on. */
  readonly most: number;
}

export interface PrefixList {
  readonly requests: readonly GivenSegments[];
  /** Requests the document leads to; more than are listed where there are very many. */
  readonly all: number;
}

/** Null where the text is no request. Tokens are counted as other services see them (assumption `frame-of-four`). */
export function listPrefixes(
  { text, settings, most }: Omit<PrefixQuestion, "kind">,
  open: DocumentOpener,
  counterFor: CounterFor,
): PrefixList | null {
  const { document } = open(text, settings);
  if (!document) return null;
  const given = document.turns.slice(0, most).map(
    ({ ready, timed }): GivenPrompt => ({
      prompt: ready.prompt,
      at: timed.at,
      duration: timed.duration,
      firstToken: timed.duration,
      completion: timed.completion,
      conversation: null,
    }),
  );
  const read = readPrompts(given, createPrefixIndex(), countNearest(counterFor));
  const requests = given.map((request, number): GivenSegments => {
    const { points, at, end, completion, conversation } = read(request, number, number);
    let before = 0;
    const segments = points.map(({ key, prefix }) => {
      const tokens = prefix - before;
      before = prefix;
      return { id: `${key}`, tokens, role: "user", kind: "text", blocks: 1 } as const;
    });
    const duration = end - at;
    return { at, duration, firstToken: duration, completion, conversation, segments, markers: [] };
  });
  return { requests, all: document.turns.length };
}
