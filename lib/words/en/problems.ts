/** English texts of problems. */
export const problems = {} as const;
