/** The documentation lists every question with its readings, in both languages, as they are in the data. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SWITCHES } from "../offers/readings";
import { writeTable } from "../values/markdown-table";
import { createWords, type Words } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { listProbes, numberOf } from "./list-probes";
import { estimateProbe } from "./plan";
import { listQuestions, sayReading } from "./write-report";

/** A model that costs little, and on which nearly all can be asked. */
const model = "qwen3.6-flash";

function listRows({ say, duration }: Words, heads: readonly string[]): readonly string[] {
  const rows = listProbes().flatMap(({ id }) =>
    listQuestions(id, null).map(({ id: name, asks }) => {
      const { calls, seconds } = estimateProbe({ model, region: "intl", second: null }, id);
      const readings =
        name === null ? [] : SWITCHES[name].readings.map((one) => `\`${one}\` ${say(sayReading(name, one))}`);
      const takes = `${calls}${seconds < 60 ? "" : `, ${duration(seconds)}`}`;
      return [
        String(numberOf(id)),
        `\`${id}\``,
        name === null ? say(asks) : `${say(asks)} (\`${name}\`)`,
        readings.join("<br>") || "–",
        takes,
      ];
    }),
  );
  return writeTable(heads, rows);
}

describe.each([
  ["docs/probes.md", ENGLISH, ["No.", "id", "question", "readings", "calls, wait"]],
  ["docs/zh/probes.md", createWords("zh", zh), ["编号", "ID", "问题", "取法", "请求数、等待"]],
] as const)("%s", (path, words, heads) => {
  it("lists all questions with their readings", () => {
    const text = readFileSync(path, "utf8");
    for (const row of listRows(words, heads)) expect(text).toContain(row);
  });
});
