/** Replaces images, videos and sounds by placeholders of the same size: nothing of them is left but their pixels. */
import { readDataSize } from "../../tokens/media-size";

/** The same medium always becomes the same placeholder. */
export interface MediaFiller {
  fillUrl(url: string): string;
  /** Base64 as an Anthropic source or a sound carries it. */
  fillData(data: string): string;
}

function toBase64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

const long = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** The head of a PNG of that size, and a number that tells it from others. */
const writePng = (width: number, height: number, number: number): string =>
  toBase64([
    ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    ...long(width),
    ...long(height),
    ...long(number),
  ]);

export function createMediaFiller(): MediaFiller {
  const numbers = new Map<string, number>();
  function numberOf(medium: string): number {
    const number = numbers.get(medium) ?? numbers.size + 1;
    numbers.set(medium, number);
    return number;
  }
  function fillData(data: string): string {
    const size = readDataSize(`"data":"${data}`);
    const number = numberOf(data);
    return size ? writePng(size.width, size.height, number) : toBase64(long(number));
  }
  return {
    fillData,
    fillUrl(url) {
      if (!url.startsWith("data:")) return `https://media.invalid/${numberOf(url)}`;
      const size = readDataSize(url);
      const number = numberOf(url);
      return size
        ? `data:image/png;base64,${writePng(size.width, size.height, number)}`
        : `data:application/octet-stream;base64,${toBase64(long(number))}`;
    },
  };
}
