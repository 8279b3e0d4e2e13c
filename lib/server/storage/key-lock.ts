/** Lets changes of one key follow one another, while those of other keys go on. */

interface KeyLock {
  /** Runs `act` when all that was asked before for `key` has ended, however it ended. */
  <Result>(key: string, act: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
}

export function createKeyLock(): KeyLock {
  const tails = new Map<string, Promise<void>>();

  function run<Result>(key: string, act: () => Promise<Result>): Promise<Result> {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(act);
    const forget = () => {
      if (tails.get(key) === tail) tails.delete(key);
    };
    const tail: Promise<void> = result.then(forget, forget);
    tails.set(key, tail);
    return result;
  }

  async function settle(): Promise<void> {
    while (tails.size > 0) await Promise.all(tails.values());
  }

  return Object.assign(run, { settle });
}
