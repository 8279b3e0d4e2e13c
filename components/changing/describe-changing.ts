/** The words in which the page says what a changing text is, how it changes and what that does to the cache. */
import { CHANGE_NAMES, type ChangingSpan } from "../../lib/changing/changing-text";
import type { ChangingView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";

const KIND_NAMES: Readonly<Record<ChangingSpan["kind"], string>> = {
  clock: "A date or time",
  epoch: "A timestamp",
  id: "An id",
  uuid: "A UUID",
  counter: "A counter",
  hash: "A hash",
  folder: "A working directory",
  git: "A git status",
  billing: "A client’s billing header",
  other: "A text",
};

/** What the change does to the cache. @param marked tokens up to the last effective marker; null = none takes effect */
function sayEffect({ change, prefix }: ChangingView, marked: number | null): string {
  if (change === "never") return "It is sent as it stands.";
  if (marked === null) return "No marker takes effect in this request.";
  if (prefix >= marked) return "It stands behind the last marker, where a change costs nothing.";
  const place = `It stands at token ${formatCount(prefix)}, before the last marker`;
  return change === "conversation"
    ? `${place}: the first request of each conversation writes the prefix anew.`
    : `${place}: each new value misses, and the prefix is written anew.`;
}

/** Two sentences and what to do, for the hover text of a chip. */
export function describeChanging(span: ChangingView, marked: number | null): string {
  const how = span.change === "never" ? "never changes" : `changes ${CHANGE_NAMES[span.change]}`;
  const source = span.isTold ? "as you say" : "as is assumed of its kind";
  return `${KIND_NAMES[span.kind]} that ${how}, ${source}. ${sayEffect(span, marked)}`;
}
