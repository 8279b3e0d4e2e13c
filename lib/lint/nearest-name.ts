/** Finds the name that was probably meant: a slip of the pen, and never another product. */

/** Names longer than this are no slip of the pen. */
const LONGEST = 64;

/** From so many letters on a word may have two slips; shorter than the other bound it has none. */
const LONG_WORD = 5;
const SHORT_WORD = 3;

const digitsOf = (name: string): string => name.replaceAll(/\D/g, "");
const wordsOf = (name: string): string[] => name.match(/[a-z]+/g) ?? [];

/**
 * The known name that this one is a misspelling of; null where there is none. A number or a word of its own makes a name
 * another product (glm-5.2 is not glm-5.1, qwen3-omni-flash not qwen3-coder-flash): both must have the same digits and,
 * but for a letter or two, the same words. Patterns are passed over.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (candidate.includes("*") || digitsOf(candidate) !== digitsOf(wanted)) continue;
    const slips = countSlips(wordsOf(wanted), wordsOf(candidate.toLowerCase()));
    if (slips === null || slips >= fewest) continue;
    best = candidate;
    fewest = slips;
  }
  return best;
}

/** Letters by which the words differ; null where one of them is another word. */
function countSlips(words: readonly string[], others: readonly string[]): number | null {
  if (words.length !== others.length || words.length === 0) return null;
  let slips = 0;
  for (const [index, word] of words.entries()) {
    const other = others[index] ?? "";
    if (word === other) continue;
    const length = Math.max(word.length, other.length);
    const allowed = length < SHORT_WORD ? 0 : length < LONG_WORD ? 1 : 2;
    // Two letters that changed places are one slip.
    const distance = isShuffled(word, other) ? 1 : editDistance(word, other);
    if (distance > allowed) return null;
    slips += distance;
  }
  return slips;
}

/** The same letters, of which two stand elsewhere. */
function isShuffled(a: string, b: string): boolean {
  if (a.length !== b.length || [...a].sort().join("") !== [...b].sort().join("")) return false;
  return [...a].filter((letter, index) => letter !== b[index]).length === 2;
}

/** Insertions, deletions and replacements between two texts, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
