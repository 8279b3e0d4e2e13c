/** How the prompts of a system are counted: with which vocabulary, in which frame, and how far that may be off. */
import { findListedVocabulary, type ListedVocabulary } from "../offers/listed-vocabularies";
import { OTHER_VOCABULARY, type Rate } from "../tokens/precision";
import type { ServiceCounters, ServiceVocabulary } from "../tokens/service-counters";
import type { CounterFor, TokenCounter } from "../tokens/token-counter";
import { type AskedSystem, isRoute } from "./compared-system";
import { FRAMES, type Frame } from "./frames";

export interface Counting {
  readonly counter: TokenCounter;
  /** By what a text's count is multiplied. */
  readonly scale: number;
  readonly frame: Frame;
  /** How far any count may be off; null = the vocabulary is the model's own, and text is exact. */
  readonly rate: Rate | null;
  /** Ids of what it rests on. */
  readonly assumptions: readonly string[];
}

/** What counts are made with: Model Studio's vocabularies, and those of other makers that are loaded. */
export interface Counters {
  readonly counterFor: CounterFor;
  readonly serviceCounters: ServiceCounters;
}

/** With the vocabulary of Qwen, which stands for those that are not here. */
export const countNearest = (counterFor: CounterFor): Counting => ({
  counter: counterFor(null),
  scale: 1,
  frame: FRAMES.four,
  rate: OTHER_VOCABULARY,
  assumptions: ["nearest-vocabulary", FRAMES.four.assumption],
});

function countListed(row: ListedVocabulary, counter: TokenCounter): Counting {
  const { scale = 1, text = null, assumptions = [] } = row;
  const frame = FRAMES[row.frame];
  const beside = text === null ? ["parts-beside-text"] : [];
  return { counter, scale, frame, rate: text, assumptions: [...assumptions, frame.assumption, ...beside] };
}

/** With the model's own vocabulary where there is one at hand, else with the nearest. */
export function findCounting(
  { system, model }: Pick<AskedSystem, "system" | "model">,
  { counterFor, serviceCounters }: Counters,
): Counting {
  const row = findListedVocabulary(system, model);
  const nearest = countNearest(counterFor);
  if (!row) return nearest;
  if (row.vocabulary === null) {
    const listed = countListed(row, nearest.counter);
    return { ...listed, assumptions: ["nearest-vocabulary", ...listed.assumptions] };
  }
  if (row.vocabulary === "qwen3") return countListed(row, nearest.counter);
  const own = serviceCounters(row.vocabulary);
  return own ? countListed(row, own) : nearest;
}

/** The vocabularies that systems are counted with, besides the one that is always loaded. */
export function listServiceVocabularies(systems: readonly AskedSystem[]): Set<ServiceVocabulary> {
  const asked = systems.flatMap((system): readonly AskedSystem[] =>
    isRoute(system) ? system.members : [system],
  );
  return new Set(
    asked.flatMap(({ system, model }) => {
      const vocabulary = findListedVocabulary(system, model)?.vocabulary ?? null;
      return vocabulary === null || vocabulary === "qwen3" ? [] : [vocabulary];
    }),
  );
}
