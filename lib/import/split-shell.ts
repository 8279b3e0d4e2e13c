/** Splits a text of shell commands into their words, as a POSIX shell and bash's `$'…'` would. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { quotationAt, runAt } from "./shell-quotations";

export type ShellText =
  | { readonly ok: true; readonly commands: readonly (readonly string[])[] }
  /** `reason`: one sentence with the mend. */
  | Failure;

const WINDOWS = tell("importing.windowsCommand");
/** Its sign that a line goes on, or that the next character is meant as it stands; of PowerShell the backtick. */
const CARET = /^(?:\^"|[\^`][ \t]*(?:\n|$))/;
const OPEN_QUOTE = tell("importing.openQuote");

/** A run of characters that mean themselves outside quotations. */
const PLAIN = /[^\s'"\\$^`;&|]+/y;

/** Announces a text on the lines that follow, up to one that is the name alone. */
const HEREDOC = /<<-?[ \t]*(['"]?)(\w+)\1/y;

interface Awaited {
  readonly name: string;
  /** The words of the command that is given it. */
  readonly command: string[];
}

/** The text that begins at that offset, and the offset after the line that ends it. */
function readHeredoc(text: string, start: number, name: string): readonly [string, number] {
  const end = runAt(new RegExp(`[^]*?^\\t*${name}[ \\t]*$`, "my"), text, start);
  if (!end) return [text.slice(start), text.length];
  return [end[0].slice(0, end[0].lastIndexOf("\n") + 1), start + end[0].length];
}

/**
 * The words of each command, quotations resolved; variables and redirections stay as they are written. A text
 * given on the lines that follow (`<<EOF`) becomes two words of its command, `<<` and the text. Never throws.
 */
export function splitShell(written: string): ShellText {
  const text = written.replaceAll("\r\n", "\n");
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | null = null;
  const endWord = (): void => {
    if (word !== null) words.push(word);
    word = null;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  /** Texts that are announced and begin on the next line. */
  let awaited: Awaited[] = [];
  const readHeredocs = (start: number): number => {
    let at = start;
    for (const { name, command } of awaited) {
      const [body, end] = readHeredoc(text, at, name);
      command.push("<<", body);
      at = end;
    }
    awaited = [];
    return at;
  };
  for (let at = 0; at < text.length; ) {
    const quotation = quotationAt(text, at);
    const character = text[at] ?? "";
    const heredoc = word === null ? runAt(HEREDOC, text, at) : null;
    if (quotation) {
      const read = quotation.read(text, quotation.from);
      if (!read) return fail(OPEN_QUOTE);
      word = (word ?? "") + read[0];
      at = read[1];
    } else if (CARET.test(text.slice(at, at + 40))) {
      return fail(WINDOWS);
    } else if (character === "\\") {
      if (text[at + 1] !== "\n") word = (word ?? "") + (text[at + 1] ?? "");
      at += 2;
    } else if (character === "#" && word === null) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (/[\n;&|]/.test(character)) {
      endCommand();
      at = character === "\n" ? readHeredocs(at + 1) : at + 1;
    } else if (heredoc) {
      awaited.push({ name: heredoc[2] ?? "", command: words });
      at += heredoc[0].length;
    } else if (/\s/.test(character)) {
      endWord();
      at++;
    } else {
      const run = runAt(PLAIN, text, at)?.[0] ?? character;
      word = (word ?? "") + run;
      at += run.length;
    }
  }
  endCommand();
  return { ok: true, commands };
}
