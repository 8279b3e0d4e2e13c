/** The 256 characters in which a byte-level tokenizer.json spells bytes. */

/** Printable bytes of Latin-1 stand for themselves, the others for U+0100 onwards (the alphabet of GPT-2, 2019). */
export const BYTE_CHARACTERS: readonly string[] = (() => {
  const characters: string[] = [];
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    const isPrintable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte !== 173);
    characters.push(String.fromCharCode(isPrintable ? byte : next++));
  }
  return characters;
})();
