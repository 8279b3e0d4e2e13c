/** English texts for whoever is new to the page. */
export const first = {
  purpose: "See what your prompt reads from the cache, what it pays for again, and why, before you send it.",
  label: "What this is for",
  putAway: "Put this line away",
  putAwayHint: "Put away: it is under “?” then",
  learn: "Learn in 3 minutes",
  howToRead: "How to read it",
  paste: "Paste your request",
  pasteHint: "A request body, curl, a log, a usage object: Ctrl+V anywhere does the same",
  openExample: "Open an example",
} as const;
