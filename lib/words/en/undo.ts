/** English texts of undo. */
export const undo = {} as const;
