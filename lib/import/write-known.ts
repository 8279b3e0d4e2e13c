/** What a program says of a value, and what it leaves open: as the JSON that would be sent. */
import { isObject } from "../values/json";

/** Something that only the running program knows. */
export class UnknownValue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Whether a value is an object that the code spells out. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !(value instanceof UnknownValue);

/** The class that a value was printed as, by the value. */
const classes = new WeakMap<object, string>();

/** Remembers the class of a printed value, e.g. `HumanMessage`. */
export const setClass = (value: object, name: string): void => {
  classes.set(value, name);
};

/** Null where it is a plain value. */
export const classOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null ? (classes.get(value) ?? null) : null;

/** Fields that hold text, so that a name may stand there for what is not known. */
const isTextField = (key: string): boolean => key === "content" || key === "text" || key === "system";

/**
 * A field whose value is not known is left out; within a message its name stands for it.
 * @param left values that may still be written; names that stand for names many times over would make more of few words
 */
export function writeKnown(value: unknown, left: { count: number }, isText = false): unknown {
  if (left.count-- < 0) return undefined;
  if (value instanceof UnknownValue) return isText ? `[${value.name}]` : undefined;
  if (Array.isArray(value))
    return value.map((each) => writeKnown(each, left)).filter((each) => each !== undefined);
  if (!isObject(value)) return value;
  const known = Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const written = writeKnown(each, left, isTextField(key));
      return written === undefined ? [] : [[key, written]];
    }),
  );
  const name = classOf(value);
  if (name !== null) setClass(known, name);
  return known;
}

/** The fields with those of `extra_body` beside them, as an SDK of OpenAI sends them. */
export function unpackExtra(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { extra_body: extra, ...rest } = fields;
  return { ...rest, ...(isFields(extra) ? extra : {}) };
}
