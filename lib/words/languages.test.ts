/** Which language a reader gets. */
import { expect, it } from "vitest";
import { chooseLanguage } from "./languages";

it.each([
  [[], null, "en"],
  [[], "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  [[], "zh-Hant-TW", "zh"],
  [[], "de-DE,de;q=0.9,zh;q=0.5,en;q=0.2", "zh"],
  [[], "fr", "en"],
  [[], "*", "en"],
  [["zh"], "en", "zh"],
  [["klingon", "en"], "zh", "en"],
  [[undefined, null, "zh"], null, "zh"],
] as const)("%j and %s give %s", (asked, accepted, language) => {
  expect(chooseLanguage(asked, accepted)).toBe(language);
});
