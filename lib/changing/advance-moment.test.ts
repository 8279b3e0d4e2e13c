/** Dates and times go on in the form in which they are written. */
import { expect, it } from "vitest";
import { advanceMoment } from "./advance-moment";

const DAY = 86_400;

it.each<[string, number, string]>([
  ["2026-11-21 09:30:12", 30, "2026-11-21 09:30:42"],
  ["2026-11-21 09:30", 30, "2026-11-21 09:30"],
  ["2026-11-21 09:30", 90, "2026-11-21 09:31"],
  ["2026-11-21T23:59:50Z", 30, "2026-11-22T00:00:20Z"],
  ["2026/2/28", DAY, "2026/3/1"],
  ["2026/2/28周六", DAY, "2026/3/1周日"],
  ["2026年2月28日 星期六", DAY, "2026年3月1日 星期日"],
  ["11/30/2026", DAY, "12/01/2026"],
  ["31-12-2026", DAY, "01-01-2027"],
  ["Friday, November 27, 2026", DAY, "Saturday, November 28, 2026"],
  ["Mon Nov 30 11:59:58 UTC 2026", 5, "Mon Nov 30 12:00:03 UTC 2026"],
  ["30 November 2026", DAY, "1 December 2026"],
  ["Nov 30, 2026", DAY, "Dec 1, 2026"],
  ["9:30 pm", 3 * 3600, "12:30 am"],
  ["11:59 AM", 60, "12:00 PM"],
  ["Monday", DAY, "Tuesday"],
  ["2026-11-21", 3600, "2026-11-21"],
  ["2026-11-21", 15 * 3600, "2026-11-22"],
  ["no moment at all", 60, "no moment at all"],
])("%s, %i s later: %s", (words, seconds, later) => {
  expect(advanceMoment(words, 0)).toBe(words);
  expect(advanceMoment(words, seconds)).toBe(later);
});
