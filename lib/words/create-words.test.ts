/** How texts are put together: names in a row, sentences in a row, and the spaces around a text within another. */
import { expect, it } from "vitest";
import { createWords } from "./create-words";
import { type Message, tell, tellNames } from "./message";
import { ENGLISH } from "./plain-words";
import { zh } from "./zh";

const CHINESE = createWords("zh", zh);

const pdf = tell("prompt.uncountedPdf");
const file = tell("prompt.uncountedFile");

it.each<[Message, RegExp]>([
  [tell("lint.uncountedRequest", { what: pdf }), /\p{Script=Han} PDF \p{Script=Han}/u],
  [tell("lint.uncountedRequest", { what: file }), /\p{Script=Han}文件/u],
  [tell("prompt.uncountedInResult", { what: pdf }), /\p{Script=Han} PDF /u],
  [tell("values.sentences", { first: file, next: pdf }), /^文件 PDF /],
  [tell("values.sentences", { first: pdf, next: file }), /文档文件$/],
])("%j has its spaces in Chinese", (message, pattern) => {
  expect(CHINESE.say(message)).toMatch(pattern);
});

it("leaves what a reader wrote as it is", () => {
  expect(CHINESE.t("map.quoted", { words: "当前时间2026" })).toContain("当前时间2026");
});

it("leaves no sign behind that stood for an edge", () => {
  const message = tell("values.sentences", {
    first: tell("values.sentences", { first: tell("values.unknown"), next: { seconds: 90 } }),
    next: tell("values.unknown"),
  });
  expect(CHINESE.say(message)).toBe("未知 1 分钟 30 秒未知");
});

it("joins sentences as the language does, without those that say nothing", () => {
  const said = [tell("run.mendDocument"), "", tell("run.mendDocument")];
  const joined = (words: typeof ENGLISH): string => words.sentences(said);
  const [english, chinese] = [ENGLISH.t("run.mendDocument"), CHINESE.t("run.mendDocument")];
  expect(joined(ENGLISH)).toBe(`${english} ${english}`);
  expect(joined(CHINESE)).toBe(`${chinese}${chinese}`);
  expect(ENGLISH.sentences([])).toBe("");
});

it("lists names by the signs of the language", () => {
  const named = (words: typeof ENGLISH, names: readonly string[]): string =>
    words.t("lint.toolsAdded", { added: tellNames(names) });
  expect(named(ENGLISH, ["a", "b", "c"])).toBe(ENGLISH.t("lint.toolsAdded", { added: "a, b, c" }));
  expect(named(CHINESE, ["a", "b"])).toBe(CHINESE.t("lint.toolsAdded", { added: "a、b" }));
  expect(named(ENGLISH, [])).toBe(ENGLISH.t("lint.toolsAdded", { added: "" }));
});
