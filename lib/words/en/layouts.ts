/** English texts of layouts. */
export const layouts = {} as const;
