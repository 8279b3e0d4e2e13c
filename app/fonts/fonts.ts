/**
 * The typeface in two parts, cut by `scripts/subset-fonts.mjs` along the ranges named here: what the pages' own texts are written
 * in comes with the page, the rest only for a text that has such letters.
 */
import localFont from "next/font/local";

// Next reads these calls without running them, so each value is written out.
const sans = localFont({
  src: "./geist-sans-common.woff2",
  variable: "--font-geist-sans-common",
  weight: "400 700",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+03A3, U+2002-2026, U+202F-203A, U+2044, U+207F, U+20AC, U+2122, U+2190-22FF, U+2318, U+23CE, U+2502, U+2506, U+25A0-25FF, U+2713-2717",
    },
  ],
});

const sansRest = localFont({
  src: "./geist-sans-rest.woff2",
  variable: "--font-geist-sans-rest",
  weight: "400 700",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02C5, U+02C7-02D9, U+02DB, U+02DD-03A2, U+03A4-1FFF, U+203B-2043, U+2045-207E, U+2080-20AB, U+20AD-2121, U+2123-218F, U+2300-2317, U+2319-23CD, U+23CF-2501, U+2503-2505, U+2507-259F, U+2600-2712, U+2718-2BFF, U+A640-A7FF, U+FB00-FB06",
    },
  ],
});

const mono = localFont({
  src: "./geist-mono-common.woff2",
  variable: "--font-geist-mono-common",
  weight: "400 700",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+03A3, U+2002-2026, U+202F-203A, U+2044, U+207F, U+20AC, U+2122, U+2190-22FF, U+2318, U+23CE, U+2502, U+2506, U+25A0-25FF, U+2713-2717",
    },
  ],
});

const monoRest = localFont({
  src: "./geist-mono-rest.woff2",
  variable: "--font-geist-mono-rest",
  weight: "400 700",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02C5, U+02C7-02D9, U+02DB, U+02DD-03A2, U+03A4-1FFF, U+203B-2043, U+2045-207E, U+2080-20AB, U+20AD-2121, U+2123-218F, U+2300-2317, U+2319-23CD, U+23CF-2501, U+2503-2505, U+2507-259F, U+2600-2712, U+2718-2BFF, U+A640-A7FF, U+FB00-FB06",
    },
  ],
});

/** Of the page's root: the families by their variables, which `globals.css` puts together. */
export const FONT_VARIABLES = [sans, sansRest, mono, monoRest].map(({ variable }) => variable).join(" ");
