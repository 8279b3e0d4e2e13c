/** English texts of placement. */
export const placement = {} as const;
