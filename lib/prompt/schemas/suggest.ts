/** What may be written at a place of a request: fields, values and snippets. */

import type { Said } from "../../words/message";
import type { TextEdit, TextRange } from "../prompt";
import { findShape, kindOf } from "./find-shape";
import { type JsonPlace, locateJson } from "./locate-json";
import { fieldsOf, type Shape, type Snippet } from "./shape";
import { plain } from "./snippet-text";

export interface Suggestion {
  readonly kind: "field" | "value" | "snippet";
  /** The field, the value, or the English name of a snippet. */
  readonly label: string;
  /** As it is shown. */
  readonly title: Said;
  readonly description: Said;
  /** What is inserted, in snippet syntax. */
  readonly body: string;
  /** What the typed text is compared with. */
  readonly filter: string;
  /** True where the value that comes next can be suggested at once. */
  readonly asksOn: boolean;
}

export interface Suggestions {
  /** What a suggestion replaces. */
  readonly range: TextRange;
  /** A comma that is missing before it; null where none is. */
  readonly comma: TextEdit | null;
  readonly items: readonly Suggestion[];
}

const NONE: readonly Suggestion[] = [];

/**
 * Suggestions for a cursor at `offset`; null where there are none, above all in the prose of a prompt.
 * @param root shape of the whole request
 */
export function suggestAt(text: string, offset: number, root: Shape): Suggestions | null {
  const place = locateJson(text, offset, "type");
  const shape = place && findShape(root, place);
  if (!place || !shape) return null;
  const items = place.kind === "key" ? suggestFields(shape, place) : suggestValues(shape, place);
  if (items.length === 0) return null;
  const { token, commaAt } = place;
  const touching = commaAt === token.start;
  const before = touching ? ", " : "";
  const after = place.commaAfter && !place.colonAfter ? "," : "";
  return {
    range: token,
    comma: commaAt === null || touching ? null : { range: { start: commaAt, end: commaAt }, text: "," },
    items: items.map((item) => ({ ...item, body: `${before}${item.body}${after}` })),
  };
}

function suggestFields(shape: Shape, place: JsonPlace): readonly Suggestion[] {
  const step = place.steps.at(-1);
  if (!step) return NONE;
  const filter = (label: string): string => (place.quoted ? `"${label}"` : label);
  const fields = Object.entries(fieldsOf(shape, kindOf(shape, step)))
    .filter(([key]) => !place.keys.has(key))
    .map(([key, field]): Suggestion => {
      const name = JSON.stringify(key);
      return {
        kind: "field",
        label: key,
        title: key,
        description: field.description,
        body: place.colonAfter ? plain(name) : `${plain(name)}: ${field.begin ?? "$1"}`,
        filter: filter(key),
        asksOn: !place.colonAfter && field.choices !== undefined,
      };
    });
  if (place.colonAfter) return fields;
  const snippets = (shape.snippets ?? [])
    .filter(({ key }) => key !== undefined && !place.keys.has(key))
    .map((snippet) => ofSnippet(snippet, `${JSON.stringify(snippet.key)}: ${snippet.body}`, filter));
  return [...fields, ...snippets];
}

function suggestValues(shape: Shape, place: JsonPlace): readonly Suggestion[] {
  const { quoted, written } = place;
  const choices = (shape.choices ?? []).map(({ value, description }): Suggestion => {
    const json = JSON.stringify(value);
    return {
      kind: "value",
      label: String(value),
      title: String(value),
      description,
      body: plain(json),
      filter: quoted && typeof value !== "string" ? `"${json}"` : quoted ? json : String(value),
      asksOn: false,
    };
  });
  // A string that says something is prose, and is never replaced by a whole object.
  const replaceable = !quoted || written === "";
  const snippets = (replaceable ? (shape.snippets ?? []) : [])
    .filter(({ key }) => key === undefined)
    .map((snippet) => ofSnippet(snippet, snippet.body, (label) => (quoted ? `"${label}"` : label)));
  const items = itemSnippets(shape, place);
  return [...choices, ...snippets, ...items];
}

/** In the place of an item, a plain object of its shape is one more snippet. */
function itemSnippets(shape: Shape, place: JsonPlace): readonly Suggestion[] {
  if (place.steps.at(-1)?.type !== "array" || place.quoted || !shape.fields) return NONE;
  return [
    {
      kind: "value",
      label: "{ }",
      title: "{ }",
      description: shape.description,
      body: "{$1}",
      filter: "{ }",
      asksOn: true,
    },
  ];
}

const ofSnippet = (snippet: Snippet, body: string, filter: (label: string) => string): Suggestion => ({
  kind: "snippet",
  label: snippet.label,
  title: snippet.title,
  description: snippet.description,
  body,
  filter: filter(snippet.label),
  asksOn: false,
});
