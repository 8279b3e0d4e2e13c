/** English texts of run. */
export const run = {} as const;
