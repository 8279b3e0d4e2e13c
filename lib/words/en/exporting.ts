/** English texts of exporting. */
export const exporting = {} as const;
