/** English texts of connect. */
export const connect = {} as const;
