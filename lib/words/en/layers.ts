/** English texts of layers. */
export const layers = {} as const;
