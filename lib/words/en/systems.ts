/** English texts of systems. */
export const systems = {} as const;
