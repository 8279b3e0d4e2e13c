/** Turns anything decoded from a link into sizes of images and videos, within bounds. */
import { readSeconds, readWhole } from "../timeline/restore-value";
import type { MediaSizes } from "../tokens/measure-media";
import type { MediaSize } from "../tokens/media-tokens";
import { isObject } from "../values/json";

const MAX_SIZES = 500;
const MAX_POINTER_LENGTH = 200;
const PIXELS = { from: 1, to: 100_000 };
const MAX_SECONDS = 86_400;

function restoreSize(value: unknown): MediaSize | null {
  if (!isObject(value)) return null;
  const width = readWhole(value.width, PIXELS);
  const height = readWhole(value.height, PIXELS);
  const seconds = readSeconds(value.seconds, MAX_SECONDS);
  return width === undefined || height === undefined
    ? null
    : { width, height, ...(seconds === undefined ? {} : { seconds }) };
}

/** Sizes that make no sense are left out; null where none is left. Never throws. */
export function restoreMediaSizes(value: unknown): MediaSizes | null {
  if (!isObject(value)) return null;
  const sizes = Object.entries(value)
    .filter(([pointer]) => pointer.startsWith("/") && pointer.length <= MAX_POINTER_LENGTH)
    .slice(0, MAX_SIZES)
    .flatMap(([pointer, given]) => {
      const size = restoreSize(given);
      return size ? [[pointer, size] as const] : [];
    });
  return sizes.length > 0 ? Object.fromEntries(sizes) : null;
}
