/** Programs hold the same code whatever the language of their comments. */
import { expect, it } from "vitest";
import { PLACEMENTS } from "../placement/known-placements";
import { presets } from "../timeline/presets/presets";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { CODE_FORMS } from "./code-forms";

const chinese = createWords("zh", zh);
const [preset] = presets;

const isComment = (line: string): boolean => /^\s*(?:#|\/\/|\/\*\*|""")/.test(line);

it.each(
  CODE_FORMS.flatMap((form) =>
    PLACEMENTS.map(({ placement }, index) => [form.id, index, form, placement] as const),
  ),
)("%s, placement %i", (_id, _index, form, placement) => {
  const { text, scenario } = preset;
  const input = {
    text,
    scenario,
    placement,
    model: "qwen3.7-plus",
    host: "intl",
    workspace: null,
    loop: true,
  };
  const [english = [], translated = []] = [ENGLISH, chinese].map((words) =>
    form.write({ ...input, words }).code.split("\n"),
  );
  const codeOf = (lines: readonly string[]): string[] => lines.filter((line) => !isComment(line));
  expect(codeOf(translated)).toEqual(codeOf(english));
  expect(translated.filter(isComment).join()).toMatch(/\p{Script=Han}/u);
});
