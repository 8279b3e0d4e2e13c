/** Finds the fenced blocks of a text, as chats, issues and manuals have them. */

export interface Fence {
  /** Of its first line of content, from 1. */
  readonly line: number;
  readonly text: string;
}

const QUOTED = /^[ \t]*(?:>[ \t]?)*/;
const OPENING = /^[ \t]*(`{3,}|~{3,})[ \t]*[\w+.#{-]*[^`]*$/;

/** Whether a line opens a block. */
export const opensFence = (line: string): boolean => OPENING.test(line.replace(QUOTED, ""));

/** The blocks in their order; one within another is part of it, and one that does not end goes to the end. */
export function listFences(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: {
    readonly sign: string;
    readonly isQuoted: boolean;
    readonly line: number;
    readonly lines: string[];
  } | null = null;
  for (const [index, whole] of text.split("\n").entries()) {
    const line = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
    const bare: string = open === null || open.isQuoted ? line.replace(QUOTED, "") : line;
    const fence: string | undefined = OPENING.exec(bare)?.[1];
    if (!open) {
      if (fence !== undefined)
        open = { sign: fence, isQuoted: /^[ \t]*>/.test(line), line: index + 2, lines: [] };
    } else if (fence?.startsWith(open.sign) && bare.trim() === fence) {
      fences.push({ line: open.line, text: open.lines.join("\n") });
      open = null;
    } else open.lines.push(bare);
  }
  if (open) fences.push({ line: open.line, text: open.lines.join("\n") });
  return fences;
}
