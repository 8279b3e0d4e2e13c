/** Writes JSON values as literals of Python, TypeScript and JSON that read back as the same value. */
import type { JsonValue } from "../values/json";

export type LiteralLanguage = "python" | "typescript" | "json";

/** Longest line that a value is kept on. */
const WIDTH = 100;
const INDENT = { python: "    ", typescript: "  ", json: "  " } as const;
const WORDS = {
  python: { true: "True", false: "False", null: "None" },
  typescript: { true: "true", false: "false", null: "null" },
  json: { true: "true", false: "false", null: "null" },
} as const;

/** Characters that an editor shows as nothing, or that turn the direction of what follows. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const escapeUnseen = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * A text in double quotes. All three languages read the escapes of JSON alike; a lone surrogate is one of them.
 */
export const quote = (text: string): string => JSON.stringify(text).replace(UNSEEN, escapeUnseen);

/** A text as it may stand in a comment: one line, nothing unseen. */
export const asComment = (text: string): string =>
  text
    .replace(UNSEEN, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they would end the comment.
    .replace(/[\u0000-\u001f]|\p{Surrogate}/gu, " ")
    .trim()
    .slice(0, 160);

/** In TypeScript `__proto__: x` would set the prototype, where JSON means a key like any other. */
function writeKey(key: string, language: LiteralLanguage): string {
  if (language !== "typescript") return quote(key);
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

/** JSON cannot say infinity; a number beyond its range is written as the largest one. */
function writeNumber(value: number): string {
  if (Number.isFinite(value)) return JSON.stringify(value);
  return value < 0 ? "-1.7976931348623157e308" : "1.7976931348623157e308";
}

function writeScalar(value: JsonValue, language: LiteralLanguage): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return writeNumber(value);
  return WORDS[language][value === null ? "null" : value ? "true" : "false"];
}

interface Member {
  /** Empty, or the key with what separates it from its value. */
  readonly key: string;
  readonly value: JsonValue;
}

function membersOf(value: object, language: LiteralLanguage): Member[] {
  if (Array.isArray(value)) return value.map((item: JsonValue) => ({ key: "", value: item }));
  return Object.entries(value as { readonly [key: string]: JsonValue }).map(([key, member]) => ({
    key: `${writeKey(key, language)}: `,
    value: member,
  }));
}

/**
 * The value as a literal, over as many lines as it needs.
 * @param at indent of the line it stands on
 * @param before characters of that line in front of it
 */
export function writeLiteral(value: JsonValue, language: LiteralLanguage, at = "", before = 0): string {
  if (value === null || typeof value !== "object") return writeScalar(value, language);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const members = membersOf(value, language);
  if (members.length === 0) return open + close;
  const line = writeLine(members, language, WIDTH - at.length - before);
  if (line !== null) {
    const space = language === "typescript" && open === "{" ? " " : "";
    return open + space + line + space + close;
  }
  const inner = at + INDENT[language];
  const lines = members.map(
    (member) => inner + member.key + writeLiteral(member.value, language, inner, member.key.length),
  );
  return `${open}\n${lines.join(",\n")}${language === "json" ? "" : ","}\n${at}${close}`;
}

/** The members on one line; null where they are too long for it or nest too deep to be read. */
function writeLine(members: readonly Member[], language: LiteralLanguage, room: number): string | null {
  const written: string[] = [];
  let left = room - 4;
  for (const { key, value } of members) {
    const isOpen = value !== null && typeof value === "object";
    if (isOpen && (Array.isArray(value) ? value.length > 0 : members.length > 1)) {
      if (!isMarker(value)) return null;
    }
    const text = key + writeLiteral(value, language);
    left -= text.length + 2;
    if (left < 0 || text.includes("\n")) return null;
    written.push(text);
  }
  return written.join(", ");
}

/** A marker reads best on one line. */
const isMarker = (value: object): boolean =>
  !Array.isArray(value) && "type" in value && Object.keys(value).length <= 2;
