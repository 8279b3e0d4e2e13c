/** English texts of worker. */
export const worker = {} as const;
