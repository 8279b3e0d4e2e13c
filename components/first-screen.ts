/** When the first screen stands: what it does not need is loaded after that, unless somebody asks for it sooner. */

/** Milliseconds after which nobody waits for the text any longer: a narrow page shows it behind a tab. */
const LONGEST_WAIT_MS = 4000;

/** Milliseconds that a page which is never idle is given. */
const LONGEST_WORK_MS = 1000;

let standing: Promise<void> | null = null;
let tell: () => void = () => undefined;
const shown = new Promise<void>((resolve) => {
  tell = resolve;
});

/** To be called once the text of the request is in the editor. */
export const tellTextShown = (): void => void requestAnimationFrame(tell);

const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "undefined") setTimeout(resolve, 0);
    else requestIdleCallback(() => resolve(), { timeout: LONGEST_WORK_MS });
  });

/** Resolves when figures and text are shown and the page has nothing else to do; at once later on. */
export function whenFirstScreenStands(): Promise<void> {
  standing ??= Promise.race([
    shown,
    new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
  ]).then(whenIdle);
  return standing;
}
