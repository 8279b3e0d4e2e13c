/** English texts of audit. */
export const audit = {} as const;
