/** English texts of importing. */
export const importing = {} as const;
