/** English texts of bill. */
export const bill = {} as const;
