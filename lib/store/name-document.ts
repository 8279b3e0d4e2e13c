/** What a document is called in the reader's language: by an example, by the page, or by whoever works on it. */
import { nameExample } from "../timeline/name-example";
import { type Said, tell } from "../words/message";

/** Tells what became of an example from the example itself. */
export const EDITED = " · edited";
/** Tells a copy from what it is a copy of. */
export const COPY = " (copy)";
/** Of a document that nobody has named. */
export const UNTITLED = "Untitled";

/** @param name as it is kept: what the page adds to a name is kept in English */
export function nameDocument(name: string): Said {
  if (name.endsWith(EDITED))
    return tell("layouts.edited", { name: nameDocument(name.slice(0, -EDITED.length)) });
  if (name.endsWith(COPY)) return tell("layouts.copy", { name: nameDocument(name.slice(0, -COPY.length)) });
  return nameExample(name);
}
