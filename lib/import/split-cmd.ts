/** Splits commands of the Windows prompt into their words, as cmd.exe and the programs it starts do. */

/** A browser's copy puts a caret before every quotation, and doubles backslashes. */
const isBrowsers = (text: string): boolean => /\^"/.test(text);

/** Commands with their carets resolved; a line ends one unless it is escaped or within quotations. */
function listLines(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let isQuoted = false;
  /** Within what the program takes for a quotation, which the prompt does not: people leave signs there unescaped. */
  let isInner = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "^" && !isQuoted) {
      at++;
      if (text[at] === '"' && !line.endsWith("\\")) isInner = !isInner;
      // Behind an escaped end of a line the next sign is meant as it stands, be it another one.
      if (text[at] === "\n" && text[at + 1] === "\n") line += text[++at];
      else if (text[at] !== "\n") line += text[at] ?? "";
    } else if ((sign === "\n" || ((sign === "&" || sign === "|") && !isInner)) && !isQuoted) {
      lines.push(line);
      line = "";
      isInner = false;
    } else {
      if (sign === '"') isQuoted = !isQuoted;
      // A quotation that is escaped for the program ends none for the prompt's reader here: people break lines in them.
      if (sign === "\\" && text[at + 1] === '"') line += sign + text[++at];
      else line += sign;
    }
  }
  lines.push(line);
  return lines;
}

/** Source: https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments (2026-11). */
function splitLine(line: string, hasDoubled: boolean): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? "";
    if (sign === "\\") {
      let count = 1;
      while (line[at + count] === "\\") count++;
      const isEscape = line[at + count] === '"';
      const kept = isEscape || hasDoubled ? count >> 1 : count;
      word = (word ?? "") + "\\".repeat(kept) + (isEscape && count % 2 === 1 ? '"' : "");
      if (!isEscape && hasDoubled && count % 2 === 1) word += "\\";
      at += count - 1 + (isEscape && count % 2 === 1 ? 1 : 0);
    } else if (sign === '"') {
      if (isQuoted && line[at + 1] === '"') {
        word = `${word ?? ""}"`;
        at++;
      } else isQuoted = !isQuoted;
      word ??= "";
    } else if (/\s/.test(sign) && !isQuoted) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + sign;
  }
  if (word !== null) words.push(word);
  return words;
}

/** The words of each command. Never throws. */
export function splitCmd(written: string): readonly (readonly string[])[] {
  const text = written.replaceAll("\r\n", "\n");
  const hasDoubled = isBrowsers(text);
  return listLines(text)
    .map((line) => splitLine(line, hasDoubled))
    .filter((words) => words.length > 0);
}
