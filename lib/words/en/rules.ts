/** English texts of rules. */
export const rules = {} as const;
