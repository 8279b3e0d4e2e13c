/** Takes away what a console writes before each line that was typed: the prompts of Windows, PowerShell and Python. */

const SHELL = /^(?:PS [^\n>]{0,200}|[A-Za-z]:\\[^\n>"|]{0,200})>[ \t]?/gm;
const PYTHON = /^(?:>>>|\.\.\.)(?:[ \t]|$)/gm;
const NOTEBOOK = /^(?:In|Out)[ \t]?\[\d+\]:[ \t]?|^[ \t]*\.\.\.:[ \t]?/gm;

/** The text without prompts; the same where it has none. */
export function stripPrompts(text: string): string {
  const bare = text.replace(SHELL, "");
  if (/^>>> /m.test(bare)) return bare.replace(PYTHON, "");
  return /^In[ \t]?\[\d+\]:|^Out\[\d+\]:/m.test(bare) ? bare.replace(NOTEBOOK, "") : bare;
}
