/** Where a reader came from who went from the tool into a lesson: this tab remembers it. */
const KEY = "lesson-from";

/** Called as the tool is left. */
export function rememberWork(): void {
  try {
    sessionStorage.setItem(KEY, window.location.pathname + window.location.hash);
  } catch {
    // Without storage the browser's own Back leads there.
  }
}

/** The address of the work; null where nobody came from it. */
export function findWork(): string | null {
  try {
    const address = sessionStorage.getItem(KEY);
    // Only a path of this site.
    return address !== null && /^\/(?!\/)/.test(address) ? address : null;
  } catch {
    return null;
  }
}
