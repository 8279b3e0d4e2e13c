/** English texts of reasons. */
export const reasons = {} as const;
