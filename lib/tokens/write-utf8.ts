/** Writes UTF-16 text as UTF-8 bytes into memory that is used again and again. */

/** Writes `text.slice(from, to)` into `bytes`, lone surrogates as U+FFFD; gives the number of bytes, at most 3 a unit. */
export function writeUtf8(text: string, from: number, to: number, bytes: Uint8Array): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if ((code & 0xf800) === 0xd800) {
      const low = (code & 0xfc00) === 0xd800 && at + 1 < to ? text.charCodeAt(at + 1) : 0;
      if ((low & 0xfc00) === 0xdc00) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at++;
      } else code = 0xfffd;
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
      else {
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[length++] = 0x80 | (code & 63);
  }
  return length;
}
