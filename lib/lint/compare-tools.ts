/** Says in which way two lists of tools differ. */
import type { Tool } from "../prompt/prompt";
import { isObject, type JsonValue } from "../values/json";
import { type Message, type Said, tell, tellNames } from "../words/message";

export interface ToolsChange {
  /** What the later request does, a clause, e.g. `lists the tools in another order`. */
  readonly says: Message;
  /** Index of the first tool of the earlier list that is another one in the later. */
  readonly at: number;
}

/** A value with the keys of its objects in one order. */
function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

const write = ({ value }: Tool): string => JSON.stringify(value);
const writeSorted = ({ value }: Tool): string => JSON.stringify(sortKeys(value));
/** In quotes; empty where it has none. */
const nameOf = ({ name }: Tool): string => (name === null ? "" : JSON.stringify(name.slice(0, 60)));
const sayName = (name: string): Said => (name === "" ? tell("segments.unnamed") : name);

/** Null where both write the same tools in the same order, the order of their keys included. */
export function compareTools(earlier: readonly Tool[], later: readonly Tool[]): ToolsChange | null {
  if (earlier === later) return null;
  const longest = Math.max(earlier.length, later.length);
  const at = Array.from({ length: longest }, (_, index) => index).find((index) => {
    const [a, b] = [earlier[index], later[index]];
    return !a || !b || write(a) !== write(b);
  });
  if (at === undefined) return null;
  return { at, says: explain(earlier, later) };
}

function explain(earlier: readonly Tool[], later: readonly Tool[]): Message {
  const [before, after] = [new Set(earlier.map(nameOf)), new Set(later.map(nameOf))];
  const added = [...after].filter((name) => !before.has(name));
  const removed = [...before].filter((name) => !after.has(name));
  if (added.length > 0 && removed.length > 0)
    return tell("lint.toolsReplaced", { added: listNames(added), removed: listNames(removed) });
  if (added.length > 0) return tell("lint.toolsAdded", { added: listNames(added) });
  if (removed.length > 0) return tell("lint.toolsRemoved", { removed: listNames(removed) });
  const [was, is] = [earlier.map(write), later.map(write)];
  if (sameList(was.toSorted(), is.toSorted())) return tell("lint.toolsReordered");
  if (sameList(earlier.map(writeSorted), later.map(writeSorted))) {
    return tell("lint.toolKeysReordered");
  }
  if (earlier.length !== later.length) return tell("lint.toolRepeated");
  return tell("lint.toolReworded");
}

const listNames = (names: readonly string[]): Said =>
  names.length > 3
    ? tell("lint.namesAndMore", { names: tellNames(names.slice(0, 3).map(sayName)), more: names.length - 3 })
    : tellNames(names.map(sayName));

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);
