/** English texts of answers. */
export const answers = {} as const;
