/** Names what a text is that is no request as it is sent, for those who can only take such a one. */
import { type Message, tell } from "../words/message";
import { KIND_NAMES } from "./kind-names";
import { readBody } from "./read-body";
import { isRequestBody } from "./recognise-request";
import { sourceOf } from "./sources";
import { createRecordSplitter } from "./split-records";
import { bodyWithin } from "./unwrap-record";

/** UTF-16 units that are looked at. */
const LOOKED_AT = 4_000_000;

/** What a value is; null where it is a request itself, or nothing that is known. */
export function nameKind(value: unknown): Message | null {
  if (isRequestBody(value)) return null;
  const form = readBody(bodyWithin(value))?.form;
  if (form) return form;
  const kind = sourceOf(value)?.kind;
  if (kind === "requests") return tell("importSources.kindRecord");
  return kind === undefined ? null : KIND_NAMES[kind];
}

/** The same of a text, which may hold it as a command, a program or a log does. Never throws. */
export function nameKindOfText(text: string): Message | null {
  const values: unknown[] = [];
  let isBroken = false;
  const splitter = createRecordSplitter({
    value: (value) => values.push(value),
    bad: () => undefined,
    refuse: () => {
      isBroken = true;
    },
  });
  splitter.push(text.slice(0, LOOKED_AT));
  splitter.end();
  const named = values
    .map((value) => ({ value, kind: sourceOf(value)?.kind }))
    .find(({ kind }) => kind !== undefined);
  if (!named?.kind || isBroken) return null;
  if (nameKind(named.value)) return nameKind(named.value);
  // A request itself is a text's only where the text is something else, too.
  return isRequestBody(named.value) ? tell("importSources.kindWrapped") : KIND_NAMES[named.kind];
}
