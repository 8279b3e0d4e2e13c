/** English texts of first. */
export const first = {} as const;
