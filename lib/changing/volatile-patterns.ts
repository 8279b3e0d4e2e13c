/** The patterns of volatile words: each needs the words that introduce it, so that ordinary prose stays unmarked. */

export const VOLATILE_KINDS = [
  "billing",
  "git",
  "clock",
  "epoch",
  "id",
  "counter",
  "hash",
  "folder",
  "uuid",
] as const;
export type VolatileKind = (typeof VOLATILE_KINDS)[number];

export interface VolatilePattern {
  readonly kind: VolatileKind;
  /** With the flags `dg`; the group `words` is the volatile part, the whole match where there is none. */
  readonly pattern: RegExp;
  /** A further test on the words. */
  readonly isMeant?: (words: string) => boolean;
}

const WEEKDAY =
  "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b,?";
const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
/** An offset behind a minus needs seconds before it: "9:00-17:00" is a range. */
const TIME =
  "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?(?: ?(?:Z|UTC|GMT|CST|CET|E[SD]T|P[SD]T)\\b)?(?: ?\\+\\d{2}:?\\d{2}\\b|(?<=:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?) ?-\\d{2}:?\\d{2}\\b)?";
const CHINESE_WEEKDAY = "(?: ?(?:星期|周)[一二三四五六日天])?";
const NUMERIC_DATE = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?!\\d)${CHINESE_WEEKDAY}`;
const WRITTEN_DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4}\\b)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},?(?: \\d{4}\\b)?)`;
const CHINESE_DATE = `(?:\\d{4} ?年)? ?\\d{1,2} ?月 ?\\d{1,2} ?日${CHINESE_WEEKDAY}`;
const UNIX_DATE = `${MONTH} {1,2}\\d{1,2} ${TIME}(?: [A-Z]{2,5})? \\d{4}`;
const DATE = `(?:${UNIX_DATE}|${NUMERIC_DATE}|${WRITTEN_DATE}|${CHINESE_DATE})`;
/** A date, a time or both; a range of times ("08:00 to 22:00") tells no time of day. */
const MOMENT = `(?:${WEEKDAY} )?(?:${DATE}(?:(?:T|,? (?:at )?)${TIME})?|${TIME}(?! ?(?:-|–|to\\b|until\\b|and\\b))(?:,? (?:on )?(?:${WEEKDAY} )?${DATE})?)`;
/** What may stand between the introduction and the value: `: `, ` = `, `** `, `">`, ` is `. */
const LINK =
  "[\\s\"'*_`]{0,4}(?:(?:\\([^()\\n]{1,30}\\))?[\\s\"'*_`]{0,4})?(?:[:=>：]|->|\\bis\\b(?: now)?|是|为)[\\s\"'*_`(]{0,4}";

const CLOCK_NAME =
  "(?:(?:current|present|today'?s|system)[ _-]?(?:local |system |utc |calendar )?(?:date(?:[ _]?(?:and|&|/)?[ _]?time)?|time(?:stamp)?|day)(?: and date)?|\\bdate today|(?:conversation|session|chat) (?:started|start time|start)(?: at| on)?|\\btoday|\\bnow|\\bthe (?:time|date) now|当前(?:的)?(?:日期|时间|日期时间)|现在(?:的)?时间|今天(?:的日期)?|现在)";
/** The first two need no link: `current time 09:30`, `it is now 09:30`. */
const CLOCK = `(?<![\\w-])(?:(?:current|today'?s) (?:date and time|date|time)\\s(?=\\d)|it(?:'s| is) (?:now|currently) |${CLOCK_NAME}${LINK})`;

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const SAMPLE_UUID = /^(?:0{8}-|f{8}-|1{8}-|12345678-|123e4567-e89b|550e8400-e29b|x{8}-)/i;
const NOT_AN_ID = /^\d+-?(?:bit|byte|char|digit|hex|letter)/i;

const patterns: readonly VolatilePattern[] = [
  { kind: "billing", pattern: /x-anthropic-billing-header[ \t]*:[^\n]*/dgi },
  {
    kind: "git",
    pattern:
      /(?<![^\n])Current branch: \S+(?=[ \t]*(?:\n|$))(?<=git ?status[\s\S]{0,700})(?:[\s\S]{0,4000}?Recent commits:(?:\n[0-9a-f]{7,40} [^\n]*)*)?/dgi,
  },
  {
    kind: "git",
    pattern:
      /(?<![^\n])On branch \S+\n(?:(?:Your branch|Changes|Untracked|nothing to commit|no changes added)[^\n]*\n?|[ \t][^\n]*\n?|\n(?=[CU\t ]|n[o])){1,400}/dg,
  },
  {
    kind: "git",
    pattern: /git status(?: --?\w+)?[ \t]*:?\s*\n(?<words>(?:(?:[ MADRCU?!]{2}) [^\n]+\n?)+)/dgi,
  },
  { kind: "clock", pattern: new RegExp(`${CLOCK}(?<words>${MOMENT})`, "dgi") },
  {
    kind: "clock",
    pattern: new RegExp(`(?<![\\w-])today(?:'s day)?${LINK}(?:a )?(?<words>[A-Z][a-z]{2,5}day)\\b`, "dgi"),
    isMeant: (words) => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(words),
  },
  {
    kind: "epoch",
    pattern: new RegExp(
      `(?<![a-z])(?:timestamp|epoch|unix[ _-]?time)(?:[ _-]?(?:ms|millis|seconds|milliseconds))?(?:\\s|${LINK})(?<words>1\\d{9}(?:\\d{3}|\\.\\d{1,9})?)(?![\\d.]\\d|\\d)`,
      "dgi",
    ),
  },
  {
    kind: "id",
    pattern: new RegExp(
      `(?<![a-z]|x-)(?:(?:session|request|trace|span|correlation|invocation|run|conversation|thread|message)[ _-]?(?:id|uuid|identifier)|(?:random )?nonce|random[ _-]seed|cache[ _-]?bust(?:er|ing))${LINK}(?<words>[A-Za-z0-9_.:-]{7,}[A-Za-z0-9])`,
      "dgi",
    ),
    isMeant: (words) =>
      (words.match(/\d/g) ?? []).length > 1 && !NOT_AN_ID.test(words) && !SAMPLE_UUID.test(words),
  },
  {
    kind: "counter",
    pattern:
      /(?<!(?:max(?:imum)?|min(?:imum)?|most|limit)[ _-])(?<![a-z])(?:request|turn|message|iteration|attempt|call|step)[ _-]?(?:number|counter|index)["'*_`]{0,3}\s?[:=#：]\s?(?<words>\d{1,9})(?![\w.]\d|\d)/dgi,
  },
  {
    kind: "hash",
    pattern: new RegExp(
      `(?<![a-z])(?:(?:content|state|context|file|prompt|build|commit)[ _-]?(?:hash|sha|checksum|digest)|checksum|etag)${LINK}(?<words>[0-9a-f]{7,64})(?![\\w-])`,
      "dgi",
    ),
    isMeant: (words) => /\d/.test(words) && /[a-f]/i.test(words),
  },
  {
    kind: "folder",
    pattern: new RegExp(
      `(?<![a-z])(?:(?:working[ _-]?dir(?:ectory)?|working in the directory|cwd)${LINK}|working directory \\()(?<words>(?:~?/|[A-Z]:\\\\)[^\\s"'<>,;)\`]*[^\\s"'<>,;)\`.])`,
      "dgi",
    ),
    isMeant: (words) => !/^\/(?:path|your)(?:\/|$)/.test(words),
  },
  {
    kind: "uuid",
    pattern: new RegExp(`(?<![\\w/.-])${UUID}(?![\\w-])`, "dgi"),
    isMeant: (words) => !SAMPLE_UUID.test(words),
  },
];

/** The patterns, the more telling first: words found by one are not reported by another. */
export function listVolatilePatterns(): readonly VolatilePattern[] {
  return patterns;
}
