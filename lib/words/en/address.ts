/** English texts of address. */
export const address = {} as const;
