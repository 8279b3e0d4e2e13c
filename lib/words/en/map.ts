/** English texts of map. */
export const map = {} as const;
