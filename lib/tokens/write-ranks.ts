/** A vocabulary in the rank format that js-tiktoken and tiktoken read: what this counter is compared with. */
import { createTokenTexts } from "./token-texts";
import type { Vocabulary } from "./vocabulary";

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** One line, `! 0 <base64> <base64> …`, a token for every id from 0 on. Ids must have no gaps. */
export function writeRanks(vocabulary: Vocabulary): string {
  const bytesOf = createTokenTexts(vocabulary);
  const count = vocabulary.byteIds.length + vocabulary.merged.length;
  const tokens = Array.from({ length: count }, (_, id) => toBase64(bytesOf(id)));
  return `! 0 ${tokens.join(" ")}\n`;
}
