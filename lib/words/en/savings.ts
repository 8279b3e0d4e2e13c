/** English texts of savings. */
export const savings = {} as const;
