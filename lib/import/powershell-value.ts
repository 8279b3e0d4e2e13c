/** Reads values as PowerShell writes them: strings, here-strings, hashtables, arrays, and its variables. */

export interface PowerShellReader {
  /** Where it stands, in UTF-16 units. */
  at: number;
  /** Blanks, comments, and line ends that a backtick escapes. */
  skipBlanks(isOverLines: boolean): void;
  /** The next value; undefined where none begins. */
  readValue(depth?: number): unknown;
}

const MAX_DEPTH = 40;
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  a: "\x07",
  b: "\b",
  "\n": "",
};
const WORDS: Readonly<Record<string, unknown>> = { $true: true, $false: false, $null: null };

/** Of `@'` and `@"`: the text on the lines between it and its end. Null where it does not end. */
function hereStringAt(text: string, at: number): readonly [string, number] | null {
  const opening = /@(['"])[ \t]*\n/y;
  opening.lastIndex = at;
  const found = opening.exec(text);
  if (!found) return null;
  const from = opening.lastIndex;
  // An empty one ends on the line behind its head.
  const end = text.indexOf(`\n${found[1]}@`, from - 1);
  return end < 0 ? null : [text.slice(from, Math.max(from, end)), end + 3];
}

/** A string in either kind of quotation, doubled ones being one; null where none ends. */
function stringAt(text: string, start: number): readonly [string, number] | null {
  const quote = text[start];
  const isDouble = quote === '"';
  let word = "";
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === quote) {
      word += text.slice(from, at);
      if (text[at + 1] !== quote) return [word, at + 1];
      word += quote;
      at++;
      from = at + 1;
    } else if (isDouble && sign === "`") {
      const next = text[at + 1] ?? "";
      word += text.slice(from, at) + (ESCAPES[next] ?? next);
      at++;
      from = at + 1;
    }
  }
  return null;
}

/** @param variables what was given to each by then, by its name in small letters without the sign */
export function openPowerShell(
  text: string,
  from: number,
  variables: ReadonlyMap<string, unknown>,
): PowerShellReader {
  let at = from;

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  }

  function skipBlanks(isOverLines: boolean): void {
    while (match(isOverLines ? /(?:\s|`\n)+/y : /(?:[ \t]|`[ \t]*\n)+/y) || match(/#[^\n]*/y));
  }

  function readPairs(depth: number): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    while (at < text.length) {
      skipBlanks(true);
      if (match(/[;,]/y)) continue;
      if (match(/\}/y)) break;
      const quoted = /['"]/.test(text[at] ?? "") ? stringAt(text, at) : null;
      if (quoted) at = quoted[1];
      const key = quoted?.[0] ?? match(/[\w-]+/y)?.[0];
      skipBlanks(false);
      if (key === undefined || !match(/=/y)) at++;
      else pairs.push([key, readValue(depth)]);
    }
    return Object.fromEntries(pairs);
  }

  function readItems(depth: number): unknown[] {
    const items: unknown[] = [];
    while (at < text.length) {
      skipBlanks(true);
      if (match(/[,;]/y)) continue;
      if (match(/\)/y)) break;
      const before = at;
      const value = readOne(depth);
      skipPipes();
      if (value !== undefined) items.push(value);
      if (at === before) at++;
    }
    return items;
  }

  function readOne(depth: number): unknown {
    skipBlanks(true);
    if (depth > MAX_DEPTH) return undefined;
    if (match(/\[[\w.[\]]+\]/y)) return readOne(depth + 1);
    const string = hereStringAt(text, at) ?? (/['"]/.test(text[at] ?? "") ? stringAt(text, at) : null);
    if (string) {
      at = string[1];
      return string[0];
    }
    if (match(/@\{/y)) return readPairs(depth + 1);
    if (match(/@\(/y)) return readItems(depth + 1);
    if (match(/\(/y)) return readItems(depth + 1)[0];
    const variable = match(/\$\{?[\w:]+\}?/y)?.[0];
    if (variable !== undefined) {
      const name = variable.replace(/[${}]/g, "").toLowerCase();
      if (Object.hasOwn(WORDS, `$${name}`)) return WORDS[`$${name}`];
      return variables.has(name) ? variables.get(name) : variable;
    }
    const number = match(/-?\d+(?:\.\d+)?(?![\w.])/y);
    return number ? Number(number[0]) : match(/[^\s;,|(){}'"`]+/y)?.[0];
  }

  /** `| ConvertTo-Json -Depth 9`: the value is what it writes. */
  function skipPipes(): void {
    while (match(/[ \t]*\|[ \t]*(?:ConvertTo-Json|Out-String)\b[^\n;|)}]*/iy));
  }

  function readValue(depth = 0): unknown {
    const value = readOne(depth);
    const items = [value];
    for (;;) {
      skipPipes();
      const before = at;
      skipBlanks(false);
      if (typeof items.at(-1) === "string" && match(/\+/y))
        items.push(String(items.pop()) + String(readOne(depth)));
      else if (depth === 0 && match(/,/y)) items.push(readOne(depth));
      else {
        at = before;
        return items.length === 1 ? items[0] : items;
      }
    }
  }

  return {
    get at() {
      return at;
    },
    set at(place) {
      at = place;
    },
    skipBlanks,
    readValue,
  };
}
