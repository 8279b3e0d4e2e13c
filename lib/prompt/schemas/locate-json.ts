/** Says where in a JSON text an offset stands, also while the text is half typed. */
import type { TextRange } from "../prompt";
import { readToken, type Token, tokenText } from "./read-token";

/** An object or array around the place; `key` is the field that leads on, null in an array. */
export interface Step {
  readonly type: "object" | "array";
  readonly key: string | null;
  /** The strings the object holds under a field, such as `role`: also those written after the place. */
  readonly strings: ReadonlyMap<string, string>;
}

export interface JsonPlace {
  /** Whether a field's name or a value stands here, or may be written here. */
  readonly kind: "key" | "value";
  /** Outermost first. At a key, the last step's `key` is null: it is being written. */
  readonly steps: readonly Step[];
  /** The string or word at the place; empty where there is none. */
  readonly token: TextRange;
  /** What the token says; null where there is none. */
  readonly written: string | null;
  readonly quoted: boolean;
  /** Other fields of the object around the place. */
  readonly keys: ReadonlySet<string>;
  /** Where a comma is missing before what is written here; null where none is. */
  readonly commaAt: number | null;
  /** Whether a comma is missing behind it. */
  readonly commaAfter: boolean;
  /** Whether a colon follows: the name of a field that has a value already. */
  readonly colonAfter: boolean;
}

interface Frame {
  readonly type: "object" | "array";
  key: string | null;
  expects: "key" | "colon" | "value" | "end";
  readonly keys: Set<string>;
  readonly strings: Map<string, string>;
}

/** Strings longer than this are no names of variants. */
const LONGEST_NAME = 64;

/** Brackets that one closing bracket may close besides its own, where they were forgotten. */
const MOST_UNCLOSED = 8;

const newFrame = (type: Frame["type"]): Frame => ({
  type,
  key: null,
  expects: type === "object" ? "key" : "value",
  keys: new Set(),
  strings: new Map(),
});

/**
 * The place of an offset; null where nothing of JSON can stand: in a comment, behind the request, before a colon.
 * The text is read once from the start, without recursion: any depth and any error will do.
 * @param touch `type` for a cursor, which stands between characters; `point` for a pointer, which stands on one
 */
export function locateJson(text: string, offset: number, touch: "type" | "point"): JsonPlace | null {
  const root: Frame = newFrame("array");
  const frames: Frame[] = [root];
  let place: JsonPlace | null | undefined;
  let outermost: Frame | undefined;
  let lastEnd = 0;

  const top = (): Frame => frames.at(-1) ?? root;
  const takePlace = (token: Token | null): void => {
    place = placeOf(text, frames.slice(1), root, token, offset, lastEnd);
    outermost = frames[1];
  };

  for (let token = readToken(text, 0); token; token = readToken(text, token.end)) {
    const holds =
      touch === "point"
        ? token.start <= offset && offset < token.end
        : token.start < offset && (offset < token.end || (token.open && offset === token.end));
    const isName = token.kind === "string" || token.kind === "word";
    let skipName = false;
    if (place === undefined) {
      if (holds && !isName) return null;
      if (holds) {
        skipName = true;
        takePlace(token);
      } else if (offset <= token.start) {
        if (touch === "point") return null;
        takePlace(null);
      }
    }
    if (token.kind === "comment") continue;
    advance(text, frames, token, skipName);
    if (outermost && frames[1] !== outermost) break;
    if (place === null) return null;
    if (top() === root) root.expects = "end";
    lastEnd = token.end;
  }
  if (place === undefined && touch === "type") takePlace(null);
  return place ?? null;
}

/** Lets one token change the frames. */
function advance(text: string, frames: Frame[], token: Token, skipName: boolean): void {
  const frame = frames.at(-1);
  if (!frame) return;
  switch (token.kind) {
    case "{":
    case "[":
      frames.push(newFrame(token.kind === "{" ? "object" : "array"));
      return;
    case "}":
    case "]":
      close(frames, token.kind === "}" ? "object" : "array");
      return;
    case ",":
      frame.expects = frame.type === "object" ? "key" : "value";
      frame.key = null;
      return;
    case ":":
      if (frame.type === "object") frame.expects = "value";
      return;
    default:
      readName(text, frame, token, skipName);
  }
}

function close(frames: Frame[], type: Frame["type"]): void {
  let from = frames.length - 1;
  while (from > 0 && frames[from]?.type !== type && frames.length - from < MOST_UNCLOSED) from--;
  if (from < 1 || frames[from]?.type !== type) return;
  frames.length = from;
  const parent = frames.at(-1);
  if (parent) parent.expects = "end";
}

function readName(text: string, frame: Frame, token: Token, skipName: boolean): void {
  const short = token.end - token.start <= LONGEST_NAME;
  if (frame.type === "object" && frame.expects !== "value") {
    frame.key = short ? tokenText(text, token) : null;
    if (frame.key !== null && !skipName) frame.keys.add(frame.key);
    frame.expects = "colon";
    return;
  }
  if (frame.key !== null && short && token.kind === "string")
    frame.strings.set(frame.key, tokenText(text, token));
  frame.expects = "end";
}

function placeOf(
  text: string,
  frames: readonly Frame[],
  root: Frame,
  token: Token | null,
  offset: number,
  lastEnd: number,
): JsonPlace | null {
  const frame = frames.at(-1) ?? root;
  if (frame.expects === "colon" || (frame === root && frame.expects === "end")) return null;
  const isKey = frame.type === "object" && frame.expects !== "value";
  const range = token ? { start: token.start, end: token.end } : { start: offset, end: offset };
  const next = nextToken(text, range.end);
  const valueFollows = next !== null && !["}", "]", ",", ":"].includes(next.kind);
  // In front of a value that is there already, another one would only break it.
  const ahead = next ? text.slice(range.end, next.start) : "";
  if (!token && !isKey && frame.type === "object" && valueFollows && !ahead.includes("\n")) return null;
  return {
    kind: isKey ? "key" : "value",
    steps: frames.map(({ type, key, strings }, index) => ({
      type,
      key: isKey && index === frames.length - 1 ? null : key,
      strings,
    })),
    token: range,
    written: token ? tokenText(text, token) : null,
    quoted: token?.kind === "string",
    keys: frame.keys,
    commaAt: frame.expects === "end" ? lastEnd : null,
    commaAfter: valueFollows && frame !== root,
    colonAfter: next?.kind === ":",
  };
}

function nextToken(text: string, at: number): Token | null {
  let token = readToken(text, at);
  while (token?.kind === "comment") token = readToken(text, token.end);
  return token;
}
