/** Puts an end to waiting for work that may hang. */

/** The work was not done in time. */
export class TooLate extends Error {}

/** Rejects with `TooLate` after so many milliseconds, whatever becomes of the work. */
export function limitTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate("The work takes too long.")), milliseconds);
  });
  // It may reject when nobody waits for it any more.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
