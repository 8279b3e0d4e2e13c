/** English texts of changing. */
export const changing = {} as const;
