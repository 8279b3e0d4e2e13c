/** Pieces are those of the published pattern; from Qwen3.5 on combining marks stay with their letters. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPreTokenizer } from "./pre-tokenizer";

const scanners = { A: createPreTokenizer("A"), B: createPreTokenizer("B") };

function cut(variant: "A" | "B", text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = scanners[variant].findEnd(bytes, at, bytes.length);
    pieces.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at, end)));
    at = end;
  }
  return pieces;
}

it.each([
  ["words take the space before them", "a quick fox", ["a", " quick", " fox"]],
  ["digits stand alone", "v1.25", ["v", "1", ".", "2", "5"]],
  ["contractions", "I'm, DON'T, we'll", ["I", "'m", ",", " DON", "'T", ",", " we", "'ll"]],
  ["symbols take the line breaks after them", "end);\n\n x", ["end", ");\n\n", " x"]],
  ["the last space before a word stays with it", "a   b", ["a", "  ", " b"]],
  ["spaces up to the last line break", "a \n  \n  b", ["a", " \n  \n", " ", " b"]],
  ["trailing spaces", "a  ", ["a", "  "]],
  ["a tab before a letter goes with it", "\tx", ["\tx"]],
  ["letters outside the basic plane", "𝒫𝓇 x", ["𝒫𝓇", " x"]],
])("%s", (_, text, pieces) => {
  expect(cut("A", text)).toEqual(pieces);
});

it("keeps marks with letters in variant B and apart from them in A", () => {
  const word = "किताब";
  expect(cut("B", word)).toEqual([word]);
  expect(cut("A", word).length).toBeGreaterThan(1);
});

/** The published patterns as JavaScript's own engine reads them. */
const patterns = {
  A: /'(?:[sStTmMdD]|[rRvV][eE]|[lL]{2})|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu,
  B: /'(?:[sStTmMdD]|[rRvV][eE]|[lL]{2})|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu,
} as const;

it.each(["A", "B"] as const)("cuts like the pattern %s on random text", (variant) => {
  const units = fc.constantFrom(...Array.from("aZé中\u0301\u093f😀𝒫1٣ \t\n\r\u3000'sSlLvVrReEdD.,-_#<|"));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: units }), fc.string({ unit: "binary" })), (raw) => {
      // White space and the long s are read otherwise by JavaScript's engine.
      const text = raw.toWellFormed().replace(/[\uFEFF\u0085\u017F]/g, "");
      expect(cut(variant, text)).toEqual(text.match(patterns[variant]) ?? []);
    }),
    { numRuns: 3000 },
  );
});
