/** Takes everything out of a URL that may be a secret; where it leads is still to be seen. */

import { append } from "../values/long-lists";
import { kindOfName } from "./name-kinds";
import { holdsPlaceholder, writePlaceholder } from "./placeholder";
import { redactText } from "./redact-text";
import type { Alias, Redaction } from "./redaction";

/** A collection whose items are called by their ids. */
const COLLECTION = /^(session|user|account|device|organi[sz]ation)s?$/i;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * A URL or path: user info and fragment go, of the query only the names stay (`?beta=true` becomes `?beta`), and segments
 * that are secrets or ids become placeholders. Takes any text; never throws.
 */
export function redactUrl(url: string, alias: Alias): Redaction<string> {
  const removed: string[] = [];
  const [, scheme = "", user = "", host = "", path = "", query = "", fragment = ""] =
    /^((?:[A-Za-z][\w+.-]*:)?\/\/)?((?<=\/\/)[^/?#]*@)?((?<=\/\/|@)[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(
      url,
    ) ?? [];
  if (user !== "") removed.push("the user of a URL");
  if (fragment.length > 1) removed.push("the fragment of a URL");

  const segments = path.split("/");
  const cleanSegments = segments.map((segment, index) => {
    if (segment === "" || holdsPlaceholder(segment)) return segment;
    const collection = COLLECTION.exec(segments[index - 1] ?? "")?.[1];
    const kind = collection ? kindOfName(`${collection}_id`) : null;
    // Words such as `me` name no one; a user's name does.
    if (
      kind &&
      (/\d/.test(segment) || collection?.toLowerCase() === "user") &&
      !/^(?:me|self)$/.test(segment)
    ) {
      removed.push(kind.what);
      return writePlaceholder(kind.what, decode(segment), alias);
    }
    const redaction = redactText(decode(segment), alias);
    append(removed, redaction.removed);
    return redaction.removed.length === 0 ? segment : redaction.value;
  });

  const names = query
    .slice(1)
    .split("&")
    .map((pair) => {
      const [name = ""] = pair.split("=", 1);
      if (pair.length > name.length + 1) removed.push("a query value");
      const redaction = redactText(decode(name), alias);
      append(removed, redaction.removed);
      return redaction.removed.length === 0 ? name : redaction.value;
    });
  const cleanQuery = query === "" ? "" : `?${names.join("&")}`;
  return { value: `${scheme}${host}${cleanSegments.join("/")}${cleanQuery}`, removed };
}
