/** Writes when something was saved, short and in the reader's own way: "21 Nov, 14:05". */

const moment = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** @param time milliseconds of the clock */
export const writeMoment = (time: number): string => moment.format(time);
