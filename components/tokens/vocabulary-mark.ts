/** Whether this browser counts by a vocabulary of the user's own: known at once, while the vocabulary itself takes a while to open. */

const KEY = "own-vocabulary";

export function hasOwnVocabulary(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function markOwnVocabulary(isOwn: boolean): void {
  try {
    if (isOwn) localStorage.setItem(KEY, "");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be closed to the page, and then keeps no vocabulary either.
  }
}
