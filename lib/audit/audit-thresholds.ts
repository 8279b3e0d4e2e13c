/** Where an audit draws its lines: every number that a verdict depends on. */

export const THRESHOLDS = {
  /** Noise alone, without any claim, is taken for a cache no more often than this. */
  falseCaches: 0.01,
  /** A difference counts where chance would make one as large less often than this: below the last, since calls may also seem to split. */
  chance: 0.008,
  /**
   * The same for whether long prompts take longer than short ones. It may be weaker: it only opens the way to a verdict,
   * and one short call that was held up must not close it.
   */
  tellingChance: 0.05,
  /** Of the cold median: a smaller saving of time is no cache's. */
  saving: 0.15,
  /** Seconds: a smaller difference may be the network's or this machine's. */
  difference: 0.03,
  /**
   * Share of the time between a short and a cold call that a warm one must save to count as read, and below which it
   * counts as not read.
   */
  recovered: 0.5,
  notRecovered: 0.3,
  /** Share of the same time that must lie between two kinds of warm calls; and no gap within a kind is half as wide. */
  gap: 0.4,
  /** Of a prompt: that much said to be read is a claim that the cache served it. */
  claimed: 0.5,
  /** Of the warm calls: so many on either side make a mixture. */
  mixed: 0.2,
  /** Of a cold call's reported cost: a price for writing alone makes a fifth of difference. */
  cheaper: 0.3,
  /** Cold and warm calls that must have come. */
  fewestCold: 5,
  fewestWarm: 6,
} as const;
