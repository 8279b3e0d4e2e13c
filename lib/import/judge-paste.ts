/** Tells whether a text pasted into the document is a piece of it, or something that is to be imported. */
import { isObject } from "../values/json";
import { fragmentOf } from "./know-text";
import { readBody } from "./read-body";
import { isRequestBody } from "./recognise-request";
import { sourceOf } from "./sources";
import { createRecordSplitter } from "./split-records";

/** UTF-16 units that are looked at: a longer text that is no single value shows what it is at its head. */
const LOOKED_AT = 4_000_000;

/** Something that stands inside a request. */
const isPiece = (value: unknown): boolean =>
  isObject(value) &&
  (typeof value.role === "string" ||
    value.type === "text" ||
    value.type === "function" ||
    "cache_control" in value);

interface Records {
  readonly values: readonly unknown[];
  /** Whether they were found within other text, or are values of a program. */
  readonly isWrapped: boolean;
}

/** The records of a text, as an import cuts it. */
function listRecords(text: string): Records {
  const values: unknown[] = [];
  let isWrapped = false;
  const splitter = createRecordSplitter({
    value: (value) => values.push(value),
    bad: () => undefined,
    refuse: () => undefined,
    note: () => {
      isWrapped = true;
    },
  });
  splitter.push(text.slice(0, LOOKED_AT));
  splitter.end();
  return { values, isWrapped };
}

/** A body that is sent as it stands, rather than one that a library turns into another. */
const isOwnBody = (value: unknown): boolean =>
  isRequestBody(value) &&
  readBody(value)?.form === null &&
  /^(?:requests?|responses)$/.test(sourceOf(value)?.kind ?? "");

/** Whether a text holds a request, rather than a word such as `curl` alone. */
function holdsRequest(text: string): boolean {
  const reader = sourceOf(text)?.open({ alias: () => "" });
  reader?.take(text, "");
  return (reader?.end().exchanges.length ?? 0) > 0;
}

/**
 * `text` where the editor should take it as it is: a request body, a piece of one, prose. `import` where it is of another
 * format that can be read: a command, a log, a recorded session, usage, a layout. Never throws.
 * @param isWhole whether it takes the place of the whole document
 */
export function judgePaste(text: string, isWhole: boolean): "text" | "import" {
  const { values, isWrapped } = listRecords(text);
  const [first] = values;
  if (first === undefined) return "text";
  // Within a document a program or a block of another text is a text like any other.
  if (isWrapped) return isWhole && values.some((each) => sourceOf(each) !== undefined) ? "import" : "text";
  if (values.length === 1 && (isOwnBody(first) || isPiece(first))) return "text";
  // Messages of a library may stand within a request, too.
  if (values.length === 1 && isRequestBody(first) && !isWhole) return "text";
  if (typeof first === "string") {
    // Within a document an address is a word like any other; a command in its place is one, whatever it lacks.
    const isMeant = isWhole && (fragmentOf(first) !== null || /^\s*(?:\$ )?curl\s/.test(first));
    return isMeant || holdsRequest(first) ? "import" : "text";
  }
  const looked = Array.isArray(first) && !sourceOf(first) ? first.slice(0, 20) : [first];
  return looked.some((each) => sourceOf(each) !== undefined) ? "import" : "text";
}
