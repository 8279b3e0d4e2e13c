/** Reads single values of anything decoded, within bounds; undefined where the value is not of that kind. */

/** Both ends belong to it. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** The first `length` units of a text. */
export const readText = (value: unknown, length: number): string | undefined =>
  typeof value === "string" ? value.slice(0, length) : undefined;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** A number of seconds from 0 to `most`. */
export const readSeconds = (value: unknown, most: number): number | undefined =>
  isNumber(value) ? Math.min(Math.max(value, 0), most) : undefined;

/** A whole number, moved into the bounds. */
export const readWhole = (value: unknown, { from, to }: Bounds): number | undefined =>
  isNumber(value) ? Math.min(Math.max(Math.floor(value), from), to) : undefined;

/** The good ones among the first `most` items. */
export function readList<Item>(
  value: unknown,
  most: number,
  read: (item: unknown) => Item | null,
): Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value
    .slice(0, most)
    .map(read)
    .filter((item): item is Item => item !== null);
}

/** A property that is only there where it has a value. */
export const readOptional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [name in Key]?: Value } => (value === undefined ? {} : ({ [key]: value } as { [name in Key]: Value }));
