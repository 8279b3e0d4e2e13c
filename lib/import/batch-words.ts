/** What an import says of a batch file. */
export const BATCH_WORDS =
  "A batch file has half the price of single requests and no discount for cached tokens: markers save nothing there, and times between its requests mean nothing.";
