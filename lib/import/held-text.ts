/** Keeps the lines of a text until it is read as a whole; a text of many short lines takes no more than its length. */

/** Lines after which they become one string. */
const JOINED = 10_000;

export interface HeldText {
  add(line: string): void;
  text(): string;
  clear(): void;
}

export function createHeldText(): HeldText {
  let joined: string[] = [];
  let lines: string[] = [];
  const join = (): void => {
    if (lines.length > 0) joined.push(`${lines.join("\n")}\n`);
    lines = [];
  };
  return {
    add(line) {
      lines.push(line);
      if (lines.length >= JOINED) join();
    },
    text() {
      join();
      return joined.join("");
    },
    clear() {
      joined = [];
      lines = [];
    },
  };
}
