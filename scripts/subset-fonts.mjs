/**
 * Cuts the typeface along the ranges of `app/fonts/fonts.ts`, so that a browser loads rare letters only for a text that has them:
 * `node scripts/subset-fonts.mjs`. What it writes is kept in `app/fonts`, under the typeface's own licence.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { ROOT } from "./setup.mjs";

const SOURCE = join(ROOT, "node_modules", "geist");
const TARGET = join(ROOT, "app", "fonts");
const FONTS = { sans: "geist-sans/Geist-Variable.woff2", mono: "geist-mono/GeistMono-Variable.woff2" };

/** What a browser does unasked, and figures of one width; without alternates of which nobody makes use. */
const FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "rlig", "tnum"];

/** The letters of a `unicode-range`. */
export const lettersOf = (range) =>
  range
    .split(",")
    .map((part) => part.trim().slice(2).split("-"))
    .map(([from, to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
    )
    .join("");

/** The files that `fonts.ts` names: which letters and weights are in each. */
export const listParts = () =>
  [
    ...readFileSync(join(TARGET, "fonts.ts"), "utf8").matchAll(
      /src: "\.\/(geist-(sans|mono)-\w+\.woff2)".*?weight: "(\d+) (\d+)".*?value:\s*"(U\+[^"]+)"/gs,
    ),
  ].map(([, file, font, min, max, range]) => ({
    file,
    font,
    weights: { min: Number(min), max: Number(max) },
    letters: lettersOf(range),
  }));

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  for (const { file, font, weights, letters } of listParts()) {
    const whole = readFileSync(join(SOURCE, "dist", "fonts", FONTS[font]));
    const cut = await subsetFont(whole, letters, {
      targetFormat: "woff2",
      keepFeatures: FEATURES,
      variationAxes: { wght: weights },
    });
    writeFileSync(join(TARGET, file), cut);
    console.log(`${file}: ${cut.length} bytes`);
  }
  copyFileSync(join(SOURCE, "LICENSE.txt"), join(TARGET, "LICENSE.txt"));
}
