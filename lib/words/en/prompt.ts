/** English texts of prompt. */
export const prompt = {} as const;
