/** Units of figures. */
export const values = {
  seconds: "{seconds, number} s",
  minutes: "{minutes, number} min",
  hours: "{hours, number} h",
  days: "{days, plural, one {# day} other {# days}}",
  tokens: "{count, plural, one {# token} other {# tokens}}",
  requests: "{count, plural, one {# request} other {# requests}}",
  unknown: "unknown",
  comma: ", ",
  between: ", ",
  named: "{first}, {rest}",
  sentences: "{first} {next}",
} as const;
