/** English texts of scenario. */
export const scenario = {} as const;
