/** English texts of pipeline. */
export const pipeline = {} as const;
