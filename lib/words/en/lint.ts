/** English texts of lint. */
export const lint = {} as const;
