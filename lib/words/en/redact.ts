/** English texts of redact. */
export const redact = {} as const;
