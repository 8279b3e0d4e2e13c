/** What an import says of a batch file. */
export const BATCH_WORDS =
  "A batch file has half the price of single requests and no discount for cached tokens: markers save nothing there, and times between its requests mean nothing.";

/** Why bodies without a word of a batch are taken for one, and the way out. */
export const BARE_BATCH_WORDS =
  "Each line is a body alone, and none goes on where another ended: taken as a batch file. If they were sent one by one, choose Model Studio as the cache.";
