/** English texts of why. */
export const why = {} as const;
