/** Splits a text of shell commands into their words, as a POSIX shell and bash's `$'…'` would. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { isPowerShellText } from "./know-text";
import { quotationAt, runAt } from "./shell-quotations";

export type ShellText =
  | {
      readonly ok: true;
      readonly commands: readonly (readonly string[])[];
      /** What a terminal shows below a command that calls curl, by the command's words. */
      readonly outputs: ReadonlyMap<readonly string[], string>;
    }
  /** `reason`: one sentence with the mend. */
  | Failure;

const OPEN_QUOTE = tell("importing.openQuote");

/** A run of characters that mean themselves outside quotations. */
const PLAIN = /[^\s'"\\$^`;&|]+/y;

/** How an answer begins on a line of its own: JSON, events, headers, or what `-v` tells. */
const OUTPUT = /\{\s*["}]|\[\s*[[{"\]]|(?:data|event|id|retry):|HTTP\/\d|[*<>] |<[!a-z]/y;
/** The prompt with the next command, or with nothing yet. */
const PROMPT = /^(?:[^\n{}"']{0,80}\bcurl(?:\.exe)?\s|[^\n{}"']{0,60}[$#%>❯]\s*$)/gm;

/** Behind curl, before any quotation, or behind one: the sign by which a line of the Windows prompt goes on, or its quotation; or quotes that are doubled. */
const CARET = /\bcurl(?:\.exe)?\b[^\n'"]*(?:\^[ \t]*\r?(?:\n|$)|\^")|"[ \t]+\^[ \t]*\r?\n|[ \t]"[[{][ \t]*""/;
const ALIAS = /\bcurl\b[^\n'"]*(?:["'][^\n'"]*["'][^\n'"]*){0,4}\s-(?:Uri|Body|Headers)\s/;
const BACKTICK = /\bcurl(?:\.exe)?\b[^\n'"]*`[ \t]*\r?(?:\n|$)|["'][ \t]+`[ \t]*\r?\n/;

/** The shell that a text of commands is written for, by what stands outside of its quotations. */
export function shellOf(text: string): "posix" | "cmd" | "powershell" {
  const curl = text.search(/(?:^|[\s;&|(])curl(?:\.exe)?\s/);
  // A body may speak of another shell: what comes first is the command.
  if (isPowerShellText(curl < 0 ? text : text.slice(0, curl)) || BACKTICK.test(text) || ALIAS.test(text))
    return "powershell";
  return CARET.test(text) ? "cmd" : "posix";
}

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
  const outputs = new Map<readonly string[], string>();
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
  const isCurl = (command: readonly string[] | undefined): boolean =>
    command?.some((each) => /(?:^|[\\/])curl(?:\.exe)?$/i.test(each)) ?? false;
  /** The offset behind what stands there below the last command; null where that is a command, too. */
  const readOutput = (start: number): number | null => {
    const isLineStart = word === null && words.length === 0 && (start === 0 || text[start - 1] === "\n");
    const last = isLineStart && runAt(OUTPUT, text, start) ? commands.findLast(isCurl) : undefined;
    if (!last) return null;
    PROMPT.lastIndex = start;
    const end = PROMPT.exec(text)?.index ?? text.length;
    if (end <= start) return null;
    outputs.set(last, (outputs.get(last) ?? "") + text.slice(start, end));
    return end;
  };
  for (let at = 0; at < text.length; ) {
    const behind = readOutput(at);
    if (behind !== null) {
      at = behind;
      continue;
    }
    const quotation = quotationAt(text, at);
    const character = text[at] ?? "";
    const heredoc = word === null ? runAt(HEREDOC, text, at) : null;
    if (quotation) {
      const read = quotation.read(text, quotation.from);
      if (!read) return fail(OPEN_QUOTE);
      word = (word ?? "") + read[0];
      at = read[1];
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
  return { ok: true, commands, outputs };
}
