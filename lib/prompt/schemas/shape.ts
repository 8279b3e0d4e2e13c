/** A shape: what may stand at a place of a request, and what it means for the cache. */
import { ownField } from "../../values/json";
import type { Said } from "../../words/message";

/** A value that may be written, with what it means. */
interface Choice {
  readonly value: string | number | boolean | null;
  readonly description: Said;
}

/** A ready piece of JSON; `body` is in snippet syntax: `$1` and `${1:text}` are places to fill in. */
export interface Snippet {
  /** What is typed to find it, in any language. */
  readonly label: string;
  readonly title: Said;
  readonly description: Said;
  readonly body: string;
  /** Present where the snippet is a whole property of an object; absent where it is a value. */
  readonly key?: string;
}

export type Fields = Readonly<Record<string, Shape>>;

export interface Shape {
  readonly description: Said;
  /** How a value of this shape begins, in snippet syntax; `$1` unless told. */
  readonly begin?: string;
  readonly choices?: readonly Choice[];
  /** Of an object: its fields, whatever else it holds. */
  readonly fields?: Fields;
  /** Of an object: further fields that depend on the string under `key`. */
  readonly variants?: { readonly key: string; readonly cases: Readonly<Record<string, Fields>> };
  /** Of an object: the shape of fields that are named by the user. */
  readonly anyField?: Shape;
  /** Of an array: the shape of its items. */
  readonly items?: Shape;
  readonly snippets?: readonly Snippet[];
}

const TEXT = '"$1"';
const LIST = "[$1]";
const OBJECT = "{$1}";

export const textShape = (description: Said): Shape => ({ description, begin: TEXT });

export const numberShape = (description: Said): Shape => ({ description });

export const flagShape = (description: Said, on: Said, off: Said): Shape => ({
  description,
  choices: [
    { value: true, description: on },
    { value: false, description: off },
  ],
});

/** A string out of a few, each with its meaning. */
export const choiceShape = (description: Said, choices: Readonly<Record<string, Said>>): Shape => ({
  description,
  begin: TEXT,
  choices: Object.entries(choices).map(([value, meaning]) => ({ value, description: meaning })),
});

export const objectShape = (description: Said, fields: Fields): Shape => ({
  description,
  begin: OBJECT,
  fields,
});

export const listShape = (description: Said, items: Shape, snippets: readonly Snippet[] = []): Shape => ({
  description,
  begin: LIST,
  items,
  snippets,
});

/**
 * The fields an object of this shape may have.
 * @param kind string under the variants' key; null where it is not written, which allows the fields of every variant
 */
export function fieldsOf(shape: Shape, kind: string | null): Fields {
  const { fields = {}, variants } = shape;
  if (!variants) return fields;
  const chosen = kind === null ? undefined : ownField(variants.cases, kind);
  const cases = chosen ? [chosen] : Object.values(variants.cases);
  const naming = ownField(fields, variants.key);
  // In the order in which people write them: what names the variant, what it brings, the rest. The first one wins.
  const ordered = new Map<string, Shape>(naming ? [[variants.key, naming]] : []);
  for (const [key, field] of [...cases, fields].flatMap((one) => Object.entries(one))) {
    if (!ordered.has(key)) ordered.set(key, field);
  }
  return Object.fromEntries(ordered);
}

/** The shape of one field; null for a field nothing is known of. */
export function fieldOf(shape: Shape, kind: string | null, key: string): Shape | null {
  return ownField(fieldsOf(shape, kind), key) ?? shape.anyField ?? null;
}
