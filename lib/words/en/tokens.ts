/** English texts of tokens. */
export const tokens = {} as const;
