/** English texts of record. */
export const record = {} as const;
