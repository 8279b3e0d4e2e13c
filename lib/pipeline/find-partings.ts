/** Where requests part from the one before that they could have read from: the very token, and the words that differ. */
import { countShared } from "../compare/explain-parting";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import { compareTurns, renderTurn } from "./compare-turns";
import type { DocumentOpener, OpenDocument } from "./open-document";
import { playElsewhere } from "./play-elsewhere";
import type { PreparedTurn } from "./prepare-script";

export interface Parting {
  /** The request that parts, from 0. */
  readonly turn: number;
  /** The earlier one that it parts from. */
  readonly other: number;
  /** Tokens both begin with. */
  readonly tokens: number;
  /** Segment of the later request in which it lies, as a pointer, and its role. */
  readonly pointer: string;
  readonly role: string;
  /** The words that differ, from the start of the word on; empty where a request ends there. */
  readonly before: string;
  readonly after: string;
}

export interface PartingQuestion {
  readonly kind: "find-partings";
  readonly text: string;
  readonly settings: Settings;
  /** Indices of the requests that are asked about. */
  readonly turns: readonly number[];
}

/** Characters shown of a difference, and how far back it is moved to begin with its word. */
const SHOWN = 28;
const WORD = 16;

/** Tokens that both begin with, as the system counts them that plays the conversation. */
function countElsewhere(
  document: OpenDocument,
  settings: Settings,
  turn: number,
  other: number,
): number | null {
  const requests = playElsewhere(document, settings)?.ledger.requests;
  const [here, there] = [requests?.[turn], requests?.[other]];
  return here && there ? countShared(here, there) : null;
}

/** The latest earlier request that left entries for this model; the one before where none did. */
function findOther(turns: readonly PreparedTurn[], index: number): number {
  const model = turns[index]?.ready.modelName;
  for (let other = index - 1; other >= 0; other--) {
    const ready = turns[other]?.ready;
    if (ready && ready.modelName === model && ready.layout.breakpoints.length > 0) return other;
  }
  return index - 1;
}

/** Characters both end with, whole words only. */
function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  const tail = a.slice(a.length - same);
  const word = tail.search(/\s/);
  return word < 0 ? 0 : tail.length - word;
}

const fold = (text: string): string => {
  const folded = text.replace(/\s+/g, " ").trim();
  return folded.length <= SHOWN ? folded : `${folded.slice(0, SHOWN).trimEnd()}…`;
};

/** Requests that only go on from the other part nowhere and are left out. */
export function findPartings(
  { text, settings, turns: asked }: Omit<PartingQuestion, "kind">,
  open: DocumentOpener,
  counterFor: CounterFor,
): readonly Parting[] {
  const { document } = open(text, settings);
  const turns = document?.turns ?? [];
  return asked.flatMap((turn): Parting[] => {
    const other = findOther(turns, turn);
    const [here, there] = [turns[turn], turns[other]];
    if (!document || !here || !there || turn < 1) return [];
    const [rendered, earlier] = [here, there].map(({ ready }) =>
      renderTurn(ready.prompt, settings.model, ready.layout.readings),
    );
    if (!rendered || !earlier) return [];
    const { first } = compareTurns(turn, other, rendered, earlier);
    if (!first) return [];
    const place = rendered.segments.findIndex(({ pointer }) => pointer === first.pointer);
    const words = rendered.segments[place]?.content.text.slice(0, first.offset) ?? "";
    const inside = counterFor(here.ready.model).count(words);
    const start = /[^\s"]*$/.exec(first.shared)?.[0].slice(-WORD) ?? "";
    const [before, after] = [start + first.before, start + first.after];
    const end = commonEnd(before, after);
    return [
      {
        turn,
        other,
        tokens:
          countElsewhere(document, settings, turn, other) ??
          (here.ready.measured.segments[place - 1]?.prefix ?? 0) + inside,
        pointer: first.pointer,
        role: first.role,
        before: fold(before.slice(0, before.length - end)),
        after: fold(after.slice(0, after.length - end)),
      },
    ];
  });
}
