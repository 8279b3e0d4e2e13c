/** English texts of server. */
export const server = {} as const;
