/** What lib has to say: a key and its values, put into words at the edge, in the reader's language. */
import type { GetICUArgs } from "@schummar/icu-type-parser";
import type { en } from "./en";

type Namespaces = typeof en;

/** Every text there is, e.g. `lint.markerLimit`. */
export type MessageKey = {
  [Name in keyof Namespaces & string]: `${Name}.${keyof Namespaces[Name] & string}`;
}[keyof Namespaces & string];

/** The English text of a key. */
type TextOf<Key extends MessageKey> =
  Key extends `${infer Name extends keyof Namespaces & string}.${infer Rest}`
    ? Rest extends keyof Namespaces[Name]
      ? Namespaces[Name][Rest] & string
      : never
    : never;

/** A length of time, written with the units of the reader's language. */
export interface Duration {
  readonly seconds: number;
}

/** A sentence that stands within another: up to its first stop, and small where it begins with a plain word. */
export interface Phrase {
  readonly phrase: Said;
}

/** Words that open a sentence, and so begin with a capital where the language has them. */
export interface Opening {
  readonly opening: Said;
}

/** A value within a text: figures as they are shown, a length of time, a text of its own, or several in a row. */
export type MessageValue = string | number | Duration | Phrase | Opening | Message | readonly MessageValue[];

export interface Message {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/** A message, or words that belong to no language: a name, a file, what a service or a browser answered. */
export type Said = string | Message;

type ValueNames<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: MessageValue; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/** The values that a key's text asks for; none where it has no placeholder. */
export type ValuesOf<Key extends MessageKey> = keyof ValueNames<TextOf<Key>> extends never
  ? []
  : [values: ValueNames<TextOf<Key>>];

/** A message to be put into words later: a misspelt key or a missing value does not compile. */
export const tell = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): Message => {
  const [held] = values as [Message["values"]?];
  return held ? { key, values: held } : { key };
};

export const isMessage = (said: unknown): said is Message =>
  typeof said === "object" && said !== null && "key" in said;

/** Names one behind the other, as many as they are: `read_file, run_tests`. */
export const tellNames = (names: readonly Said[]): Said =>
  names.length === 0 ? "" : names.reduceRight((rest, first) => tell("values.named", { first, rest }));
