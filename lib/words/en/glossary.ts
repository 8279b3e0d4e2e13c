/** English texts of glossary. */
export const glossary = {} as const;
