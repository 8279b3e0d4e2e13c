/** Reads the width and height of an image out of the head of its base64 data, as a request carries it. */
import type { PixelSize } from "./media-tokens";

/** Bytes by position, decoded one at a time: only the head is read, however long the data. -1 = not there. */
interface Bytes {
  at(index: number): number;
  /** Unsigned 16 bits, most significant byte first. */
  big(index: number): number;
  /** Unsigned 16 bits, least significant byte first. */
  little(index: number): number;
  hasText(index: number, text: string): boolean;
}

/** Segments of a JPEG looked at before its size must have come; real files have a few dozen at most. */
const MAX_SEGMENTS = 200;

function sextet(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  return code === 47 || code === 95 ? 63 : -1;
}

function openBase64(text: string, from: number): Bytes {
  const at = (index: number): number => {
    const place = index % 3;
    const start = from + ((index - place) / 3) * 4 + place;
    const first = sextet(text.charCodeAt(start));
    const second = sextet(text.charCodeAt(start + 1));
    if (first < 0 || second < 0) return -1;
    return ((first << (2 * place + 2)) | (second >> (4 - 2 * place))) & 255;
  };
  const pair = (high: number, low: number): number => (high < 0 || low < 0 ? -1 : high * 256 + low);
  return {
    at,
    big: (index) => pair(at(index), at(index + 1)),
    little: (index) => pair(at(index + 1), at(index)),
    hasText: (index, expected) =>
      [...expected].every((letter, order) => at(index + order) === letter.charCodeAt(0)),
  };
}

function readPng(bytes: Bytes): PixelSize | null {
  if (bytes.at(0) !== 0x89 || !bytes.hasText(1, "PNG") || !bytes.hasText(12, "IHDR")) return null;
  const long = (index: number): number =>
    Math.min(bytes.big(index), bytes.big(index + 2)) < 0
      ? -1
      : bytes.big(index) * 65_536 + bytes.big(index + 2);
  return { width: long(16), height: long(20) };
}

function readGif(bytes: Bytes): PixelSize | null {
  return bytes.hasText(0, "GIF8") ? { width: bytes.little(6), height: bytes.little(8) } : null;
}

/** A frame header of a JPEG holds the size; three codes of its range mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(bytes: Bytes): PixelSize | null {
  if (bytes.at(0) !== 0xff || bytes.at(1) !== 0xd8) return null;
  let at = 2;
  for (let segment = 0; segment < MAX_SEGMENTS; segment++) {
    if (bytes.at(at) !== 0xff) return null;
    const marker = bytes.at(at + 1);
    // Padding before a marker.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: bytes.big(at + 7), height: bytes.big(at + 5) };
    else {
      const length = bytes.big(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

function readWebp(bytes: Bytes): PixelSize | null {
  if (!bytes.hasText(0, "RIFF") || !bytes.hasText(8, "WEBP")) return null;
  if (bytes.hasText(12, "VP8X")) {
    const long = (index: number): number =>
      Math.min(bytes.little(index), bytes.at(index + 2)) < 0
        ? -1
        : bytes.little(index) + bytes.at(index + 2) * 65_536 + 1;
    return { width: long(24), height: long(27) };
  }
  if (bytes.hasText(12, "VP8L") && bytes.at(20) === 0x2f) {
    const low = bytes.little(21);
    const high = bytes.little(23);
    if (low < 0 || high < 0) return null;
    return { width: (low & 0x3fff) + 1, height: (((high << 2) | (low >> 14)) & 0x3fff) + 1 };
  }
  if (!bytes.hasText(12, "VP8 ") || bytes.at(23) !== 0x9d || bytes.big(24) !== 0x012a) return null;
  if (bytes.little(26) < 0 || bytes.little(28) < 0) return null;
  return { width: bytes.little(26) & 0x3fff, height: bytes.little(28) & 0x3fff };
}

/** Where base64 begins: in a data URL, or in the `data` of an Anthropic source. -1 = nowhere. */
function findBase64(source: string): number {
  for (const opening of [";base64,", '"data":"']) {
    const at = source.indexOf(opening);
    if (at >= 0) return at + opening.length;
  }
  return -1;
}

/**
 * Pixels of the first image written into `source`: a data URL, or JSON that holds one. Knows PNG, JPEG, GIF and WebP by
 * their first bytes, whatever the media type says. Null for everything else; never throws.
 */
export function readDataSize(source: string): PixelSize | null {
  const from = findBase64(source);
  if (from < 0) return null;
  const bytes = openBase64(source, from);
  const size = readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes) ?? readWebp(bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}
