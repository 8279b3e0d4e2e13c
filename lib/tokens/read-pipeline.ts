/** Recognises what a tokenizer.json does before merging: its normaliser and its pre-tokenizer. */

import { type Fields, isObject } from "../values/json";
import { tell } from "../words/message";
import type { PreTokenizerVariant } from "./character-classes";
import { quote, refuse } from "./tokenizer-refusal";

/** The steps of a Sequence, or the one step there is; none for null. */
function stepsOf(value: unknown, field: string, list: string): readonly Fields[] {
  if (value === null || value === undefined) return [];
  const steps = isObject(value) && value.type === "Sequence" ? value[list] : [value];
  if (!Array.isArray(steps) || !steps.every(isObject)) {
    return refuse(tell("tokenizer.stepNoObject", { field }));
  }
  return steps;
}

export function readNormalizer(value: unknown): "NFC" | "none" {
  const steps = stepsOf(value, "normalizer", "normalizers");
  const other = steps.find(({ type }) => type !== "NFC");
  if (other) {
    refuse(tell("tokenizer.otherNormalizer", { step: quote(other.type) }));
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
    return refuse(tell("tokenizer.otherSplit", { found: quote(found) }));
  }
  // Absent fields have the format's defaults: both true.
  if (byteLevel.use_regex !== false || byteLevel.add_prefix_space !== false) {
    refuse(tell("tokenizer.byteLevelSplits"));
  }
  if (split.behavior !== "Isolated" || split.invert === true) {
    refuse(tell("tokenizer.splitNotIsolated"));
  }
  const pattern = isObject(split.pattern) ? split.pattern.Regex : undefined;
  const variant = typeof pattern === "string" ? PATTERNS.get(pattern) : undefined;
  return variant ?? refuse(tell("tokenizer.otherPattern", { pattern: quote(pattern) }));
}
