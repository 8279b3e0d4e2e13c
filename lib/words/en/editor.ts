/** English texts of editor. */
export const editor = {} as const;
