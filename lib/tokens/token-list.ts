/** The tokens of a text one by one: ids, places and what each shows. */

export interface TokenSpan {
  readonly id: number;
  /** UTF-16 offsets into `TokenList.text`. A character belongs to the token that holds its last byte. */
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)` of the list; empty for a token that completes no character. */
  readonly text: string;
  /** True for a token that is split off as a whole, e.g. `<|im_end|>`. */
  readonly added: boolean;
  /** The token's own bytes in lower-case hex where it begins or ends inside a character; otherwise null. */
  readonly bytes: string | null;
}

export interface TokenList {
  /**
   * The text the tokens stand for, up to the end of the last one listed: the input, with what lies between added tokens
   * normalised as the vocabulary asks. The visible texts of the tokens concatenate to it.
   */
  readonly text: string;
  readonly tokens: readonly TokenSpan[];
  /** False where the limit cut the list short. */
  readonly complete: boolean;
  /** True where normalising changed the text, so that offsets into `text` are not offsets into the input. */
  readonly changed: boolean;
}

export interface TokenListBuilder {
  /** Asked before there is something to add: true when there is no room, and then the list is not complete. */
  isFull(): boolean;
  /** Adds the tokens that the piece `plain.slice(from, to)` was merged to. False when the list is full. */
  addPiece(plain: string, from: number, to: number, ids: Int32Array, count: number): boolean;
  addAdded(id: number, content: string): boolean;
  finish(input: string): TokenList;
}

/** UTF-8 bytes of the character at `at`; a lone surrogate is written as U+FFFD. */
function utf8Length(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  const isPair = (unit & 0xfc00) === 0xd800 && at + 1 < to && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isPair ? 4 : 3;
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Builds a list of at most `limit` tokens; `bytesOf` gives the bytes of a token's id. */
export function createTokenList(limit: number, bytesOf: (id: number) => Uint8Array): TokenListBuilder {
  const tokens: TokenSpan[] = [];
  let text = "";
  let complete = true;

  function isFull(): boolean {
    // Written so that a limit that is not a number lists nothing.
    if (tokens.length < limit) return false;
    complete = false;
    return true;
  }

  return {
    isFull,
    addPiece(plain, from, to, ids, count) {
      let at = from;
      // Bytes of the character at `at` that earlier tokens hold.
      let open = 0;
      for (let index = 0; index < count; index++) {
        if (isFull()) return false;
        const id = ids[index] as number;
        const bytes = bytesOf(id);
        const first = at;
        const wasOpen = open > 0;
        open += bytes.length;
        while (at < to) {
          const length = utf8Length(plain, at, to);
          if (open < length) break;
          open -= length;
          at += length === 4 ? 2 : 1;
        }
        const shown = plain.slice(first, at);
        const start = text.length;
        text += shown;
        tokens.push({
          id,
          start,
          end: text.length,
          text: shown,
          added: false,
          bytes: wasOpen || open > 0 ? toHex(bytes) : null,
        });
      }
      return true;
    },
    addAdded(id, content) {
      if (isFull()) return false;
      const start = text.length;
      text += content;
      tokens.push({ id, start, end: text.length, text: content, added: true, bytes: null });
      return true;
    },
    finish: (input) => ({ text, tokens, complete, changed: !input.startsWith(text) }),
  };
}
