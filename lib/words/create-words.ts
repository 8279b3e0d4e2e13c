/** Puts keys and messages into the words of one language. */
import { createTranslator } from "use-intl/core";
import type { Catalogue } from "./catalogue";
import { LANGUAGE_NAMES, type Language } from "./languages";
import {
  type Duration,
  isMessage,
  type Message,
  type MessageKey,
  type MessageValue,
  type Opening,
  type Phrase,
  type Said,
  type ValuesOf,
} from "./message";

export interface Words {
  readonly language: Language;
  /** For `lang` attributes, numbers and dates, e.g. `zh-CN`. */
  readonly tag: string;
  /** The text of a key. */
  readonly t: <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;
  /** What lib told; words of no language stay as they are. */
  readonly say: (said: Said) => string;
  /** Whether a value is a message of the catalogue, and not an object that has a `key` of its own. */
  readonly isTold: (value: unknown) => value is Message;
  /** Seconds as e.g. `5 min 40 s`, `0.4 s`, `2 h`. */
  readonly duration: (seconds: number) => string;
  /** Several in a row: `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  /** Sentences one behind the other, without those that say nothing. */
  readonly sentences: (said: readonly Said[]) => string;
  /** What stands between two sentences of which one is an element. */
  readonly gap: string;
  /** A text with tags, e.g. `<b>{count}</b> markers`: its pieces in a row, each tag drawn by its function. */
  readonly rich: <Key extends MessageKey, Piece>(
    key: Key,
    drawers: Readonly<Record<string, (pieces: Piece) => Piece>>,
    ...values: ValuesOf<Key>
  ) => Piece;
}

type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

const isDuration = (value: object): value is Duration => "seconds" in value;
const isOpening = (value: object): value is Opening => "opening" in value;
const isPhrase = (value: object): value is Phrase => "phrase" in value;

/** Between Han and Latin letters or digits stands a space. */
const setApart = (between: string, before = "", after = ""): string =>
  /^\p{Script=Han}+$/u.test(between)
    ? `${/[A-Za-z0-9]$/.test(before) ? " " : ""}${between}${/^[A-Za-z0-9]/.test(after) ? " " : ""}`
    : between;

/** Stands at both ends of a text within another until the spaces around it are set. */
const EDGE = "\uE0FE";
const GAP = new RegExp(`([^ ${EDGE}]?)((?: ?${EDGE})+ ?)(?=(.?))`, "gu");

const isHan = (sign: string): boolean => /^\p{Script=Han}$/u.test(sign);
const isLatin = (sign: string): boolean => /^[A-Za-z0-9$¥`]$/.test(sign);

/** Around a text within another, whatever it begins and ends with: as `setApart`, and none between Han and Han. */
const setEdges = (text: string): string =>
  text.includes(EDGE)
    ? text.replace(GAP, (_, before: string, gap: string, after: string) => {
        const isApart = (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after));
        const isClosed = isHan(after) && (isHan(before) || /[，。；：！？、）]/.test(before));
        return `${before}${isApart || (gap.includes(" ") && !isClosed) ? " " : ""}`;
      })
    : text;

/** After a full-width bracket, with which a name may end, Han follows without a space. */
const closeUp = (text: string): string => text.replace(/） (?=\p{Script=Han})/gu, "）");

/** Chinese says with its first sign that it is done: what an act is called goes without. */
function shorten(said: string): string {
  const [sentence = ""] = said.replace(/^已/, "").split(/[.:;](?:\s|$)|[。：；]/);
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** @throws never: an unknown key, which no compiled code has, is shown as it is */
export function createWords(language: Language, catalogue: Catalogue): Words {
  const { tag } = LANGUAGE_NAMES[language];
  // The keys are checked where they are written (`MessageKey`): here they are data.
  const translator = createTranslator({
    locale: tag,
    messages: catalogue,
    timeZone: "UTC",
    onError: () => undefined,
    getMessageFallback: ({ namespace, key }) => (namespace ? `${namespace}.${key}` : key),
  }) as unknown as Translate & { readonly rich: (key: string, values: object) => unknown };
  const translate: Translate = (key, values) => closeUp(setEdges(translator(key, values)));
  // The English of the product sets no comma before the last "and".
  const joined = new Intl.ListFormat(tag === "en" ? "en-GB" : tag, { type: "conjunction" });
  const list = (items: readonly string[]): string =>
    joined
      .formatToParts(items)
      .map(({ type, value }, index, parts) =>
        type === "literal" ? setApart(value, parts[index - 1]?.value, parts[index + 1]?.value) : value,
      )
      .join("");

  /** Only Han is set apart from Latin; elsewhere the texts say where spaces are. */
  const edge = tag === "en" ? "" : EDGE;
  const withEdges = (value: string | number | Date): string | number | Date =>
    typeof value === "string" && value !== "" ? `${edge}${value}${edge}` : value;

  function write(value: MessageValue | Date): string | number | Date {
    if (typeof value !== "object" || value instanceof Date) return value;
    if (Array.isArray(value)) return list(value.map((each: MessageValue) => String(write(each))));
    if (isMessage(value)) return say(value);
    if (isPhrase(value as object)) return shorten(say((value as Phrase).phrase));
    if (isOpening(value as object)) {
      const words = say((value as Opening).opening);
      return words.charAt(0).toUpperCase() + words.slice(1);
    }
    return isDuration(value as object) ? duration((value as Duration).seconds) : "";
  }
  const valuesOf = (values: Message["values"], isPlain: boolean): Record<string, string | number | Date> =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [
        name,
        isPlain && typeof value === "object" ? withEdges(write(value)) : write(value),
      ]),
    );
  const say: Words["say"] = (said) =>
    typeof said === "string" ? said : translate(said.key, valuesOf(said.values, true));

  const isTold = (value: unknown): value is Message => {
    if (!isMessage(value) || typeof value.key !== "string") return false;
    const isPlain = Object.keys(value).every((name) => name === "key" || name === "values");
    const [name = "", key = ""] = value.key.split(".");
    return (
      isPlain && Object.hasOwn(catalogue, name) && Object.hasOwn(catalogue[name as keyof Catalogue], key)
    );
  };

  function duration(seconds: number): string {
    const parts = [
      { key: "values.hours", name: "hours", amount: Math.floor(seconds / 3600) },
      { key: "values.minutes", name: "minutes", amount: Math.floor((seconds % 3600) / 60) },
      { key: "values.seconds", name: "seconds", amount: Math.round((seconds % 60) * 1000) / 1000 },
    ];
    const shown = parts.filter(({ amount }) => amount > 0);
    return (shown.length > 0 ? shown : parts.slice(-1))
      .map(({ key, name, amount }) => translate(key, { [name]: amount }))
      .join(" ");
  }

  return {
    language,
    tag,
    t: (key, ...values) =>
      say({ key, ...(values[0] ? { values: values[0] as Message["values"] } : {}) } as Message),
    say,
    isTold,
    duration,
    list,
    gap: translate("values.sentences", { first: "", next: "" }),
    sentences: (said) =>
      said
        .map(say)
        .filter((sentence) => sentence !== "")
        .reduce((first, next) => (first === "" ? next : translate("values.sentences", { first, next })), ""),
    rich: (key, drawers, ...values) =>
      translator.rich(key, { ...valuesOf(values[0] as Message["values"], false), ...drawers }) as never,
  };
}
