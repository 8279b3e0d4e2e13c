/** English texts of store. */
export const store = {} as const;
