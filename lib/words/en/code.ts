/** English texts of code. */
export const code = {} as const;
