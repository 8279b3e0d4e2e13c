/** English texts of sessions. */
export const sessions = {} as const;
