/** English texts of offers. */
export const offers = {} as const;
