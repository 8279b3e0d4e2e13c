/** Text that remembers where each part of it ends, through trimming and wrapping. */
import type { Part } from "../prompt/prompt";

/** Where a part ends inside a text, and what its text does not tell of its media. */
interface PartEnd {
  readonly pointer: string;
  readonly end: number;
  readonly media: string;
}

export interface Content {
  readonly text: string;
  readonly ends: readonly PartEnd[];
}

export const EMPTY: Content = { text: "", ends: [] };

/** Tokens of a placeholder, each an added token: the start, one pad that stands for all of them, and the end. */
export const PLACEHOLDER_TOKENS = 3;

const placeholders: Partial<Record<Part["kind"], string>> = {
  image: "<|vision_start|><|image_pad|><|vision_end|>",
  video: "<|vision_start|><|video_pad|><|vision_end|>",
};

/** Parts one after the other, nothing between them, as the chat templates join a content array. */
export function joinParts(parts: readonly Part[]): Content {
  let text = "";
  const ends = parts.map((part) => {
    text += placeholders[part.kind] ?? part.text;
    return { pointer: part.pointer, end: text.length, media: part.media ?? "" };
  });
  return { text, ends };
}

/** Keeps `[from, to)` of the text; ends outside move to its border. */
function cut({ text, ends }: Content, from: number, to: number): Content {
  return {
    text: text.slice(from, to),
    ends: ends.map((each) => ({ ...each, end: Math.min(Math.max(each.end, from), to) - from })),
  };
}

/** Python's white space beyond the Unicode property: four separators of ASCII, which `trim` takes too. */
const isSeparator = (code: number): boolean => code >= 0x1c && code <= 0x1f;

/** White space as the templates' `trim` sees it: Python's, which knows no U+FEFF but U+0085. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x85 || isSeparator(code) || (code !== 0xfeff && /^\s$/.test(text.charAt(at)));
}

export function trimContent(content: Content): Content {
  const { text } = content;
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return from === 0 && to === text.length ? content : cut(content, from, to);
}

/** Drops everything before `from`. */
export const dropStart = (content: Content, from: number): Content => cut(content, from, content.text.length);

export const wrapContent = (before: string, content: Content, after: string): Content => ({
  text: before + content.text + after,
  ends: content.ends.map((each) => ({ ...each, end: each.end + before.length })),
});

export function concatContents(contents: readonly Content[], separator: string): Content {
  return contents.reduce<Content>((all, next, index) => {
    const before = index === 0 ? "" : all.text + separator;
    return { text: before + next.text, ends: [...all.ends, ...wrapContent(before, next, "").ends] };
  }, EMPTY);
}
