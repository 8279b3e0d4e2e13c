/** English texts of compare. */
export const compare = {} as const;
