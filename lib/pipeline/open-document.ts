/** A document with its whole scenario prepared: the common ground of an analysis and of questions about it. */
import { createPrefixIndex } from "../layout/prefix-index";
import { parsePrompt } from "../prompt/parse";
import type { PromptError } from "../prompt/prompt";
import { NO_SERVICE_COUNTERS, type ServiceCounters } from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import { createPreparer, type PreparedRequest, type Preparer } from "./prepare-request";
import { type PreparedScript, prepareScript } from "./prepare-script";

export interface OpenDocument extends PreparedScript {
  /** The document's own request. */
  readonly first: PreparedRequest;
  /** What its requests were counted with. */
  readonly counterFor: CounterFor;
  /** Of other makers' models, as far as they are at hand. */
  readonly serviceCounters: ServiceCounters;
}

export interface OpenedDocument {
  /** Null where the text is no request. */
  readonly document: OpenDocument | null;
  /** May also accompany a usable document. */
  readonly errors: readonly PromptError[];
}

/**
 * Opens a document with the counters it was made with. Never throws.
 * @param place `aside`: a text that is only tried, so that the one opened before stays the one remembered
 */
export type DocumentOpener = (text: string, settings: Settings, place?: "aside") => OpenedDocument;

function openDocument(
  text: string,
  settings: Settings,
  counterFor: CounterFor,
  serviceCounters: ServiceCounters,
): OpenedDocument {
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) return { document: null, errors };
  const index = createPrefixIndex();
  const preparers = new Map<string | undefined, Preparer>();
  const preparerOf = (lane: string | undefined): Preparer => {
    const preparer = preparers.get(lane) ?? createPreparer(settings.model, counterFor, index, settings);
    preparers.set(lane, preparer);
    return preparer;
  };
  const first = preparerOf(settings.scenario?.lane)(prompt);
  return {
    document: {
      first,
      counterFor,
      serviceCounters,
      ...prepareScript(first, settings, counterFor, preparerOf),
    },
    errors,
  };
}

/** By what they say: a question brings a copy of its own. */
const areSame = (one: Settings, other: Settings): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** An opener that remembers the document opened last: an analysis and the questions that follow it share one. */
export function createDocumentOpener(
  counterFor: CounterFor,
  serviceCounters: ServiceCounters = NO_SERVICE_COUNTERS,
): DocumentOpener {
  let last: { text: string; settings: Settings; opened: OpenedDocument } | null = null;
  return (text, settings, place) => {
    if (last?.text === text && areSame(last.settings, settings)) return last.opened;
    const opened = openDocument(text, settings, counterFor, serviceCounters);
    if (place === "aside") return opened;
    last = { text, settings, opened };
    return opened;
  };
}
