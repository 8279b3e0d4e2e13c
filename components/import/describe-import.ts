/** What an import holds in a few words and figures, before it is opened. */
import type { Imported, ImportedUsage } from "../../lib/import/imported";
import { REGIONS } from "../../lib/offers/regions";
import { parsePrompt } from "../../lib/prompt/parse";
import { formatBytes, formatCount } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import {
  type Duration,
  type Message,
  type MessageKey,
  type Said,
  tell,
  tellNames,
} from "../../lib/words/message";

export interface ImportFigure {
  readonly label: MessageKey;
  readonly value: Said | Duration;
}

/** Requests that open: the document and its turns. */
const countOpening = ({ layout }: Imported): number =>
  layout ? 1 + (layout.scenario?.turns.length ?? 0) : 0;

/** e.g. `12 requests`, in the sentence that says what was imported. */
export const nameImported = (imported: Imported): Message =>
  imported.kind === "layout"
    ? tell("importing.theLayout")
    : tell("importing.countRequests", { count: countOpening(imported) });

/** Characters of a question that a name holds. */
const NAME_LENGTH = 40;

/** The beginning of a text as one line, cut between two words where there are any. */
function firstWords(text: string): string {
  // What follows the first line or so is of no use, however long it is.
  const line = text
    .slice(0, 10 * NAME_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= NAME_LENGTH) return line;
  const cut = line.slice(0, NAME_LENGTH);
  const end = cut.lastIndexOf(" ");
  return `${(end > NAME_LENGTH / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

/** What the first request asks; where it asks nothing in words, the model that it asks; else what it holds. */
function nameContent(imported: Imported): string {
  const { layout } = imported;
  const messages = layout ? (parsePrompt(layout.text).prompt?.messages ?? []) : [];
  const texts = messages
    .filter(({ role }) => role === "user")
    .flatMap(({ parts }) => parts.map(({ text }) => firstWords(text)));
  const model = layout?.model ?? imported.usages.find((usage) => usage.model !== null)?.model;
  return texts.find((text) => text !== "") ?? model ?? "";
}

/**
 * What an import is called among the kept layouts, e.g. `Import: 12 requests, Which fern grows in shade?`.
 * @param taken names that others have
 */
export function nameDocument(imported: Imported, taken: readonly string[], { t }: Words): string {
  const content = nameContent(imported);
  const what = nameImported(imported);
  const isNamed = content !== "" && countOpening(imported) < 2;
  const name =
    content === "" || isNamed
      ? t("importing.named", { what: isNamed ? content : what })
      : t("importing.namedMany", { what, content });
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name} (${number})`;
    if (!taken.includes(numbered)) return numbered;
  }
}

/** Whether there is one way to open it and nothing to decide: no part was left out, and it is one conversation. */
export const hasOneReading = ({ layout, dropped, usages }: Imported): boolean =>
  layout !== null && dropped.length === 0 && listDistinct(usages, "conversation").length < 2;

/** Seconds from the first to the last request; null where it cannot be told. */
function spanOf({ layout, usages }: Imported): number | null {
  const turns = layout?.scenario?.turns;
  if (turns && turns.length > 0) return turns.reduce((sum, { gap }) => sum + gap, 0);
  const times = usages.flatMap(({ at }) => (at === null ? [] : [at]));
  return times.length > 1
    ? times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))
    : null;
}

function listDistinct(usages: readonly ImportedUsage[], field: "model" | "conversation"): string[] {
  return [...new Set(usages.flatMap((usage) => usage[field] ?? []))];
}

/**
 * What is known of it, in the order of interest.
 * @param seen requests that it has, where that is known before those that open
 */
export function listFigures(imported: Imported, seen = 0): readonly ImportFigure[] {
  const { layout, usages } = imported;
  const billed = usages.reduce((sum, usage) => sum + (usage.requests ?? 1), 0);
  const requests = Math.max(countOpening(imported), billed, seen);
  const span = spanOf(imported);
  const models = [...new Set([...(layout?.model ? [layout.model] : []), ...listDistinct(usages, "model")])];
  const conversations = listDistinct(usages, "conversation");
  const region = REGIONS.find(({ id }) => id === layout?.region);
  const figures: (ImportFigure | null)[] = [
    { label: "importing.requests", value: formatCount(requests) },
    span === null ? null : { label: "importing.firstToLast", value: { seconds: Math.round(span) } },
    models.length === 0
      ? null
      : { label: models.length === 1 ? "importing.model" : "importing.models", value: tellNames(models) },
    conversations.length < 2
      ? null
      : { label: "importing.conversations", value: formatCount(conversations.length) },
    region === undefined ? null : { label: "importing.region", value: region.name },
    layout === null ? null : { label: "importing.firstRequest", value: formatBytes(layout.text.length) },
  ];
  return figures.filter((figure) => figure !== null);
}
