/** The parts of the typeface: which letters come with a page, and which for a text that has them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const { listParts } = await import("./subset-fonts.mjs" as string);

const parts: { file: string; font: string; letters: string }[] = listParts();
const lettersOf = (part: string): Set<string>[] =>
  parts.filter(({ file }) => file.includes(part)).map(({ letters }) => new Set(letters));

it("has two parts of each typeface, and no letter in both", () => {
  expect(parts.map(({ file }) => file)).toEqual([
    "geist-sans-common.woff2",
    "geist-sans-rest.woff2",
    "geist-mono-common.woff2",
    "geist-mono-rest.woff2",
  ]);
  const [rest] = lettersOf("rest");
  for (const common of lettersOf("common")) {
    expect(common.size).toBeGreaterThan(400);
    expect([...common].filter((letter) => rest?.has(letter))).toEqual([]);
  }
});

it("brings every letter of the catalogues with the page", () => {
  const texts = ["en", "zh"].flatMap((language) => {
    const folder = join("lib/words", language);
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  });
  const used = new Set(texts.join("").replace(/[\n\u2e80-\uffff]|[\u{1f000}-\u{1ffff}]/gu, ""));
  for (const common of lettersOf("common"))
    expect([...used].filter((letter) => !common.has(letter))).toEqual([]);
});

it("sends few bytes with every page", () => {
  const bytes = parts
    .filter(({ file }) => file.includes("common"))
    .map(({ file }) => statSync(join("app/fonts", file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(45_000);
});
