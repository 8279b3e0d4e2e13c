/** Every language says everything, with the same values, in the same terms. */
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import type { Catalogue } from "./catalogue";
import { createWords } from "./create-words";
import { en } from "./en";
import { tell } from "./message";
import terms from "./terms.json" with { type: "json" };
import { zh } from "./zh";

const textsOf = (catalogue: Catalogue): [string, string][] =>
  Object.entries(catalogue).flatMap(([name, texts]) =>
    Object.entries(texts as Record<string, string>).map(([key, text]): [string, string] => [
      `${name}.${key}`,
      text,
    ]),
  );

/** Placeholders and tags of a text, sorted. */
function namesOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return [...names].sort();
}

const english = textsOf(en);
const chinese = new Map(textsOf(zh));

describe("the catalogues", () => {
  it("have the same keys, and a text for each", () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    expect([...english, ...chinese].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("name the same values and tags in every language", () => {
    const other = english.filter(
      ([key, text]) => namesOf(text).join() !== namesOf(chinese.get(key) ?? "").join(),
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });

  it("name no tag like a value, which would take its place", () => {
    const both = [...english, ...chinese].filter(([, text]) => {
      const names = namesOf(text);
      return names.some((name) => names.includes(`<${name}>`));
    });
    expect(both.map(([key]) => key)).toEqual([]);
  });

  it("hold no English sentence in the Chinese one", () => {
    const plain = [...chinese].filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text),
    );
    expect(plain).toEqual([]);
  });

  it("translate a term one way", () => {
    const wrong = english.flatMap(([key, text]) =>
      terms.terms
        .filter((term) => "strict" in term && new RegExp(`\\b${term.en}s?\\b`, "i").test(text))
        .filter((term) => !term.zh.some((word) => chinese.get(key)?.includes(word)))
        .map((term) => `${key}: ${term.en}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("words", () => {
  it("list with the signs and spaces of the language", () => {
    const [english, chinese] = [createWords("en", en), createWords("zh", zh)];
    expect(english.list(["2", "4", "6"])).toBe("2, 4 and 6");
    expect(chinese.list(["2", "4", "6"])).toBe("2、4 和 6");
    expect(chinese.list(["读取", "创建"])).toBe("读取和创建");
  });

  it("put one sentence into another, and begin it with a capital", () => {
    const [english, chinese] = [createWords("en", en), createWords("zh", zh)];
    const act = { phrase: tell("store.markersPlaced", { placement: "Tools" }) };
    expect(english.t("store.takenBack", { act })).toBe("Undone: markers placed.");
    expect(chinese.t("store.takenBack", { act })).toBe("已撤销：放置标记。");
    expect(english.t("tokens.notCounted", { what: { opening: "a file" } })).toBe("A file is not counted.");
  });

  it("write plurals, numbers and lengths of time by language", () => {
    const [english, chinese] = [createWords("en", en), createWords("zh", zh)];
    expect(english.t("values.tokens", { count: 1 })).toBe("1 token");
    expect(english.t("values.tokens", { count: 1024 })).toBe("1,024 tokens");
    expect(chinese.t("values.tokens", { count: 1024 })).toBe("1,024 个 Token");
    expect(english.duration(400)).toBe("6 min 40 s");
    expect(chinese.duration(400)).toBe("6 分钟 40 秒");
    expect(english.duration(0)).toBe("0 s");
  });
});
