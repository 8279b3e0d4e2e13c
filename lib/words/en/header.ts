/** English texts of header. */
export const header = {
  language: "Language",
} as const;
