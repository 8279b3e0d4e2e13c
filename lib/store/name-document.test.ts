/** What the page adds to a name is said in the reader's language, as often as it was added. */
import { expect, it } from "vitest";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { COPY, EDITED, nameDocument, UNTITLED } from "./name-document";

const CHINESE = createWords("zh", zh);

it.each([
  [UNTITLED, "未命名"],
  [`Function calling${EDITED}`, "Function Calling · 已编辑"],
  [`Batch processing${EDITED}${COPY}${COPY}`, "批量处理 · 已编辑（副本）（副本）"],
  [`My own${COPY}`, "My own（副本）"],
  ["My own", "My own"],
])("%s", (name, chinese) => {
  expect(ENGLISH.say(nameDocument(name))).toBe(name);
  expect(CHINESE.say(nameDocument(name))).toBe(chinese);
});
