/** English texts of api. */
export const api = {} as const;
