/** Recognises what a tokenizer.json does before merging: its normaliser and its pre-tokenizer. */

import { type Fields, isObject } from "../values/json";
import type { PreTokenizerVariant } from "./character-classes";
import { LOAD_QWEN, quote, refuse } from "./tokenizer-refusal";

/** The steps of a Sequence, or the one step there is; none for null. */
function stepsOf(value: unknown, field: string, list: string): readonly Fields[] {
  if (value === null || value === undefined) return [];
  const steps = isObject(value) && value.type === "Sequence" ? value[list] : [value];
  if (!Array.isArray(steps) || !steps.every(isObject)) {
    return refuse(`\`${field}\` is not an object with a \`type\`: download the tokenizer.json again.`);
  }
  return steps;
}

export function readNormalizer(value: unknown): "NFC" | "none" {
  const steps = stepsOf(value, "normalizer", "normalizers");
  const other = steps.find(({ type }) => type !== "NFC");
  if (other) {
    refuse(
      `\`normalizer\` has the step ${quote(other.type)}, and only NFC or none is supported: ${LOAD_QWEN}.`,
    );
  }
  return steps.length > 0 ? "NFC" : "none";
}

const START = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|";
const END = "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/**
 * The patterns the pre-tokenizers were written for. B is published with and without `\p{M}` in the first class; both
 * cut alike, since a mark that begins a run belongs to the run either way.
 */
const PATTERNS: ReadonlyMap<string, PreTokenizerVariant> = new Map([
  [`${START}[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*${END}`, "A"],
  [`${START}[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*${END}`, "B"],
  [
    `${START}[^\\r\\n\\p{L}\\p{M}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*${END}`,
    "B",
  ],
]);

/** Only a Split by a known pattern, followed by ByteLevel without a pattern or a space of its own, is recognised. */
export function readPreTokenizer(value: unknown): PreTokenizerVariant {
  const steps = stepsOf(value, "pre_tokenizer", "pretokenizers");
  const [split, byteLevel] = steps;
  if (split?.type !== "Split" || byteLevel?.type !== "ByteLevel" || steps.length !== 2) {
    const found = steps.map(({ type }) => String(type)).join(", ") || "nothing";
    return refuse(
      `\`pre_tokenizer\` is ${quote(found)}, and only Split followed by ByteLevel is supported: ${LOAD_QWEN}.`,
    );
  }
  // Absent fields have the format's defaults: both true.
  if (byteLevel.use_regex !== false || byteLevel.add_prefix_space !== false) {
    refuse(
      `The ByteLevel step of \`pre_tokenizer\` splits or adds a space itself, which is not supported: ${LOAD_QWEN}.`,
    );
  }
  if (split.behavior !== "Isolated" || split.invert === true) {
    refuse(
      `The Split step of \`pre_tokenizer\` is not "Isolated" or is inverted, which is not supported: ${LOAD_QWEN}.`,
    );
  }
  const pattern = isObject(split.pattern) ? split.pattern.Regex : undefined;
  const variant = typeof pattern === "string" ? PATTERNS.get(pattern) : undefined;
  return (
    variant ??
    refuse(
      `\`pre_tokenizer\` splits by the pattern ${quote(pattern)}, which is not supported (only those of Qwen2 to Qwen3 and of Qwen3.5 onwards are): ${LOAD_QWEN}.`,
    )
  );
}
