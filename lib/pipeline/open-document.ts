/** A document with its whole scenario prepared: the common ground of an analysis and of questions about it. */
import { createPrefixIndex } from "../layout/prefix-index";
import { parsePrompt } from "../prompt/parse";
import type { Prompt, PromptError } from "../prompt/prompt";
import { isInterchangeable } from "../timeline/play-body";
import { shareRendering } from "../tokens/render-turn";
import { NO_SERVICE_COUNTERS, type ServiceCounters } from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import { isSameValue } from "../values/same-value";
import type { Settings } from "./analysis";
import { createPreparer, type PreparedRequest, type Preparer } from "./prepare-request";
import { type PreparedScript, prepareScript } from "./prepare-script";
import { sharePreview } from "./view-request";

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

/** What requests are prepared with; those of one document share it, so that their prefixes can be compared. */
interface Workbench {
  readonly settings: Settings;
  readonly preparerOf: (lane: string | undefined) => Preparer;
  /** Prefixes it knows by now. */
  readonly size: () => number;
  /** Of the document that it was made for. */
  begun: number;
}

/** Prefixes of texts that are no longer there are let go once they are the most of it, and so many. */
const MANY_PREFIXES = 200_000;

function createWorkbench(settings: Settings, counterFor: CounterFor): Workbench {
  const index = createPrefixIndex();
  const preparers = new Map<string | undefined, Preparer>();
  /** Requests given verbatim are the same prompts after every key. */
  const known = new WeakMap<Prompt, PreparedRequest>();
  const preparerOf = (lane: string | undefined): Preparer => {
    const preparer = preparers.get(lane) ?? createPreparer(settings.model, counterFor, index, settings);
    preparers.set(lane, preparer);
    return (prompt) => {
      const ready = known.get(prompt) ?? preparer(prompt);
      known.set(prompt, ready);
      return ready;
    };
  };
  return { settings, preparerOf, size: index.size, begun: 0 };
}

/** Everything but what is played, which decides of no request how it is counted and cut. */
const withoutPlay = ({ scenario: _, ...settings }: Settings): Partial<Settings> => settings;

/** Whether requests of the scenario are given verbatim: these stay what they are, whatever is typed. */
const isVerbatim = ({ scenario }: Settings): boolean =>
  scenario?.turns.some(({ mode }) => mode === "body") === true;

function openDocument(
  prompt: Prompt,
  settings: Settings,
  { preparerOf }: Workbench,
  counterFor: CounterFor,
  serviceCounters: ServiceCounters,
): OpenDocument {
  const first = preparerOf(settings.scenario?.lane)(prompt);
  return { first, counterFor, serviceCounters, ...prepareScript(first, settings, counterFor, preparerOf) };
}

/** A key changes one message: all others are as they were, only placed elsewhere in the text. */
function takeOverKnown({ messages }: Prompt, before: Prompt): void {
  for (const [index, message] of messages.entries()) {
    const other = before.messages[index];
    if (!other || !isInterchangeable(message, other)) continue;
    shareRendering(message, other);
    sharePreview(message, other);
  }
}

/** An opener that remembers the document opened last: an analysis and the questions that follow it share one. */
export function createDocumentOpener(
  counterFor: CounterFor,
  serviceCounters: ServiceCounters = NO_SERVICE_COUNTERS,
): DocumentOpener {
  let last: { text: string; settings: Settings; opened: OpenedDocument } | null = null;
  let bench: Workbench | null = null;
  /** The document as it was before the last key. */
  let before: Prompt | null = null;

  function benchFor(settings: Settings): Workbench {
    if (!isVerbatim(settings)) return createWorkbench(settings, counterFor);
    const isUsable =
      bench !== null &&
      bench.size() <= Math.max(MANY_PREFIXES, bench.begun * 2) &&
      isSameValue(withoutPlay(bench.settings), withoutPlay(settings));
    if (!bench || !isUsable) bench = createWorkbench(settings, counterFor);
    return bench;
  }

  function openText(text: string, settings: Settings): OpenedDocument {
    const { prompt, errors } = parsePrompt(text);
    if (!prompt) return { document: null, errors };
    if (before) takeOverKnown(prompt, before);
    before = prompt;
    const workbench = benchFor(settings);
    const document = openDocument(prompt, settings, workbench, counterFor, serviceCounters);
    if (workbench.begun === 0) workbench.begun = workbench.size();
    return { document, errors };
  }

  return (text, settings, place) => {
    // By what they say: a question brings a copy of its own.
    if (last?.text === text && isSameValue(last.settings, settings)) return last.opened;
    const opened = openText(text, settings);
    if (place === "aside") return opened;
    last = { text, settings, opened };
    return opened;
  };
}
