/** English texts of embed. */
export const embed = {} as const;
