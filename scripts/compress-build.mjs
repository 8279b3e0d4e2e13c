/** Compresses what a build serves under /_next/static, once and well, so that no visit waits for it: `prefer-compressed.mjs`. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { COMPRESSED, TYPES } from "./prefer-compressed.mjs";

const compress = promisify(brotliCompress);

/** Bytes: of less, hardly anything is saved. */
const SMALLEST = 1024;

/** As many as zlib has threads of its own. */
const AT_ONCE = 4;

const listFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });

async function compressFile(path) {
  const plain = await readFile(path);
  const packed = await compress(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  if (packed.length < plain.length) await writeFile(path + COMPRESSED, packed);
}

/** @param folder `.next/static` of a build */
export async function compressBuild(folder) {
  if (!existsSync(folder)) return;
  const waiting = listFiles(folder)
    .filter((path) => TYPES[extname(path)] && statSync(path).size >= SMALLEST)
    // The largest takes the longest: it begins first.
    .sort((a, b) => statSync(a).size - statSync(b).size);
  const work = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) await compressFile(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
