/** When the browser has drawn what was changed last: what nobody waits for is done after that, not before. */

/** Milliseconds after which nobody waits for a frame any longer: a page that is out of sight draws none. */
const LONGEST_WAIT_MS = 100;

/** Resolves behind the next frame. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // A frame is drawn once its callbacks have run: a task of its own comes behind it.
      setTimeout(resolve, 0);
    });
  });
}
