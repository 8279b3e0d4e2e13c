/** How Python and JavaScript write numbers, names, their few fixed words, and calls that change nothing of a value. */

export const NUMBER = /-?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?n?(?![\w.])/y;
export const NAME = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/y;
/** What may follow a text without changing more than the blanks around it. */
export const HARMLESS = /\s*(?:\.(?:strip|trim|dedent)\(\)|(?:as|satisfies)[ \t]+[\w.[\]]+)/y;
/** Calls that only write or read a value as JSON. */
export const WRITES_JSON = /^(?:JSON\.stringify|json\.dumps)$/;
export const READS_JSON = /^(?:JSON\.parse|json\.loads)$/;
/** A class is named with a capital, by the custom of both languages. */
export const CLASS = /(?:^|\.)[A-Z]\w*$/;

/** A text so many times: `"a" * 400`, `"a".repeat(400)`. */
export const REPEATED = /\s*(?:\*\s*(\d[\d_]{0,8})(?![\w.])|\.repeat\(\s*(\d[\d_]{0,8})\s*\))/y;
export const WORDS: Readonly<Record<string, unknown>> = {
  None: null,
  null: null,
  undefined: null,
  True: true,
  true: true,
  False: false,
  false: false,
};
