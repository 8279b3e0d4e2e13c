/** English texts of segments. */
export const segments = {} as const;
