/** The columns that the rows of the editor share: a grid where there is room, lines that wrap where there is none. */

export const rowGrid =
  "flex flex-wrap items-start gap-x-3 gap-y-1 px-3.5 @4xl:grid @4xl:grid-cols-[1.5rem_5.75rem_9rem_minmax(0,1fr)_minmax(0,1fr)_13.5rem_1.5rem]";

/** A cell that takes a line of its own where there is little room. */
export const wideCell = "order-1 min-w-0 basis-full @4xl:order-none";
