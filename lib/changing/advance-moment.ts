/** Sets the clock in a date or time forward, in the form in which it is written. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const CHINESE_DAYS = "日一二三四五六";

const MONTH_NAME = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/i;
const DAY_NAME = /\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\b/i;
const YEAR_FIRST = /(\d{4})([-/.]| ?年 ?)(\d{1,2})([-/.]| ?月 ?)(\d{1,2})/;
const YEAR_LAST = /(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4})/;
const CHINESE_SHORT = /(\d{1,2})( ?月 ?)(\d{1,2})/;
const TIME = /(\d{1,2})(:)(\d{2})(?:(:)(\d{2}))?( ?[ap]\.?m)?/i;
/** The day of a written date stands before or behind the month, and is no part of a time or a year. */
const MONTH_DAY =
  /(?<=[a-z]\.? {1,2})(\d{1,2})(?=(?:st|nd|rd|th)?\b(?!:))|\b(\d{1,2})(?=(?:st|nd|rd|th)? [A-Z][a-z])/;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** Seconds of the day where no time is written: a day that has begun, so that it ends within one. */
export const MORNING = 9 * 3600;

const write = (value: number, isPadded: boolean): string => String(value).padStart(isPadded ? 2 : 1, "0");

/** Two digits each, or a zero in front of one: then a later one gets a zero too. */
const arePadded = (...written: readonly string[]): boolean =>
  written.some((one) => one.startsWith("0")) || written.every((one) => one.length === 2);

/** A name as it is written: short or long, in the case of its letters. */
function nameLike(name: string, like: string): string {
  const sized = like.length <= 4 && like.length < name.length ? name.slice(0, 3) : name;
  return like === like.toUpperCase() ? sized.toUpperCase() : sized;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDate(words: string): Parts | null {
  const first = YEAR_FIRST.exec(words);
  if (first) return { year: Number(first[1]), month: Number(first[3]), day: Number(first[5]) };
  const last = YEAR_LAST.exec(words);
  if (last) {
    const isDayFirst = Number(last[1]) > 12;
    const [month, day] = isDayFirst ? [last[3], last[1]] : [last[1], last[3]];
    return { year: Number(last[5]), month: Number(month), day: Number(day) };
  }
  const year = Number(YEAR.exec(words)?.[0] ?? 2026);
  const chinese = CHINESE_SHORT.exec(words);
  if (chinese) return { year, month: Number(chinese[1]), day: Number(chinese[3]) };
  const name = MONTH_NAME.exec(words)?.[1]?.toLowerCase();
  const month = MONTHS.findIndex((each) => each.slice(0, 3).toLowerCase() === name) + 1;
  const day = MONTH_DAY.exec(words);
  return month > 0 && day ? { year, month, day: Number(day[1] ?? day[2]) } : null;
}

const hourOf = ([, hour = "0", , , , , half]: RegExpExecArray): number => {
  const value = Number(hour) % (half ? 12 : 24);
  return half?.trim().toLowerCase().startsWith("p") ? value + 12 : value;
};

/** Seconds since midnight that the words tell; null where they tell no time of day. */
export function timeOfDay(words: string): number | null {
  const time = TIME.exec(words);
  return time ? hourOf(time) * 3600 + Number(time[3]) * 60 + Number(time[5] ?? 0) : null;
}

/**
 * The same words so many seconds later. Words in which no date, time or weekday is found stay as they are.
 * @param seconds zero or more; fractions are cut off
 * @param startOfDay seconds of the day at the beginning, for words that tell a date alone
 */
export function advanceMoment(words: string, seconds: number, startOfDay = MORNING): string {
  const date = readDate(words);
  const time = TIME.exec(words);
  const weekday = DAY_NAME.exec(words);
  if (!date && !time && !weekday) return words;
  const from = date ?? { year: 2026, month: 1, day: 5 };
  const start = Date.UTC(from.year, from.month - 1, from.day) + (timeOfDay(words) ?? startOfDay) * 1000;
  const then = new Date(start + Math.floor(seconds) * 1000);
  const days = Math.round(
    (Date.UTC(then.getUTCFullYear(), then.getUTCMonth(), then.getUTCDate()) -
      Date.UTC(from.year, from.month - 1, from.day)) /
      86_400_000,
  );
  return writeWeekday(writeTime(writeDate(words, then), then), days);
}

function writeDate(words: string, then: Date): string {
  const year = String(then.getUTCFullYear());
  const [month, day] = [then.getUTCMonth() + 1, then.getUTCDate()];
  if (YEAR_FIRST.test(words)) {
    return words.replace(YEAR_FIRST, (_, __, a: string, m: string, b: string, d: string) =>
      [year, a, write(month, arePadded(m, d)), b, write(day, arePadded(m, d))].join(""),
    );
  }
  if (YEAR_LAST.test(words)) {
    return words.replace(YEAR_LAST, (_, one: string, a: string, two: string, b: string) => {
      const isDayFirst = Number(one) > 12;
      const [left, right] = isDayFirst ? [day, month] : [month, day];
      return [write(left, arePadded(one, two)), a, write(right, arePadded(one, two)), b, year].join("");
    });
  }
  if (CHINESE_SHORT.test(words)) {
    return words.replace(CHINESE_SHORT, (_, m: string, a: string, d: string) =>
      [write(month, arePadded(m, d)), a, write(day, arePadded(m, d))].join(""),
    );
  }
  if (!MONTH_NAME.test(words)) return words;
  return words
    .replace(MONTH_DAY, (d) => write(day, d.startsWith("0")))
    .replace(MONTH_NAME, (name) => nameLike(MONTHS[month - 1] ?? name, name))
    .replace(YEAR, year);
}

const writeTime = (words: string, then: Date): string =>
  words.replace(TIME, (_, hour: string, a: string, __, b?: string, second?: string, half?: string) => {
    const value = then.getUTCHours();
    const shown = half ? value % 12 || 12 : value;
    const minutes = String(then.getUTCMinutes()).padStart(2, "0");
    const rest = second === undefined ? "" : `${b}${String(then.getUTCSeconds()).padStart(2, "0")}`;
    const turned = half?.replace(/[ap]/i, (letter) => {
      const next = value < 12 ? "a" : "p";
      return letter === letter.toUpperCase() ? next.toUpperCase() : next;
    });
    const isPadded = half ? hour.startsWith("0") : hour.length === 2;
    return `${write(shown, isPadded)}${a}${minutes}${rest}${turned ?? ""}`;
  });

/** A weekday goes on by as many days as the date does. */
function writeWeekday(words: string, days: number): string {
  return words
    .replace(DAY_NAME, (name, short: string) => {
      const from = DAYS.findIndex((each) => each.slice(0, 3).toLowerCase() === short.toLowerCase());
      return nameLike(DAYS[(from + days) % 7] ?? name, name);
    })
    .replace(/(星期|周)([日天一二三四五六])/, (_, a: string, day: string) => {
      const from = CHINESE_DAYS.indexOf(day === "天" ? "日" : day);
      return `${a}${CHINESE_DAYS[(from + days) % 7]}`;
    });
}
