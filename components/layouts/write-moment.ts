/** Writes when something was saved, short and in the reader's own way: "21 Nov, 14:05". */
import type { Words } from "../../lib/words/create-words";

/**
 * In the page's language, in the way of the browser where it speaks that one.
 * @param time milliseconds of the clock
 */
export function writeMoment(time: number, { language, tag }: Words): string {
  const own = navigator.languages.filter((each) => each.startsWith(language));
  const moment = new Intl.DateTimeFormat([...own, tag], {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return moment.format(time);
}
