/** English texts of share. */
export const share = {} as const;
