/** What is drawn on a long text: hints where they are seen, marks everywhere, and few stretches of colour. */
import type * as Monaco from "monaco-editor/editor";
import { expect, it } from "vitest";
import { analyse } from "../../lib/pipeline/analyse";
import { createDocumentOpener } from "../../lib/pipeline/open-document";
import { readGood } from "../../lib/store/first-state";
import type { GoodAnalysis } from "../../lib/store/playground-state";
import { loadTestCounters } from "../../lib/tokens/fixtures/load-counters";
import { ENGLISH } from "../../lib/words/plain-words";
import { drawMarks, holdsLines, linesAround } from "./editor-marks";

const said = (role: string, marked = false) => ({
  role,
  content: [
    {
      type: "text",
      text: "cache ".repeat(1200),
      ...(marked ? { cache_control: { type: "ephemeral" } } : {}),
    },
  ],
});

const text = JSON.stringify(
  {
    model: "qwen3.7-max",
    messages: Array.from({ length: 40 }, (_, index) => said(index % 2 ? "assistant" : "user", index === 30)),
  },
  null,
  2,
);
const settings = { model: "qwen3.7-max", region: "intl", scenario: null } as const;
const good = readGood(analyse(text, settings, createDocumentOpener(loadTestCounters()))) as GoodAnalysis;

const lines = text.split("\n");
const model = {
  getPositionAt(offset: number) {
    const before = text.slice(0, offset).split("\n");
    return { lineNumber: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  },
  getLineLength: (line: number) => lines[line - 1]?.length ?? 0,
  getLineMaxColumn: (line: number) => (lines[line - 1]?.length ?? 0) + 1,
} as Monaco.editor.ITextModel;

const draw = (from: number, to: number) => drawMarks(model, good, null, ENGLISH, { from, to });

const hintsOf = (marks: ReturnType<typeof draw>) =>
  marks.filter(({ options }) => options.before || options.after).map(({ range }) => range.startLineNumber);

it("draws the hints of the messages that are near, with the same words wherever the text is scrolled to", () => {
  const all = draw(1, lines.length);
  expect(hintsOf(all)).toHaveLength(40);
  const some = draw(50, 120);
  expect(hintsOf(some)).toEqual(hintsOf(all).filter((line) => line >= 50 && line <= 120));
  for (const mark of some) expect(all).toContainEqual(mark);
});

it("draws every marker, however far it is", () => {
  const glyphs = draw(1, 1).filter(({ options }) => options.glyphMarginClassName?.startsWith("marker-glyph"));
  expect(glyphs).toHaveLength(1);
});

it("colours every line of a message by its fate, in one stretch for those that share it", () => {
  const tints = draw(1, 1).filter(({ options }) => options.className?.startsWith("fate-text"));
  expect(tints.map(({ options }) => options.className)).toEqual([
    "fate-text is-read",
    "fate-text is-uncached",
  ]);
  const coloured = tints.flatMap(({ range: { startLineNumber: from, endLineNumber: to } }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  const messages = Object.values(good.places.segments).flatMap(({ start, end }) => {
    const from = model.getPositionAt(start).lineNumber;
    const to = model.getPositionAt(end).lineNumber;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  expect(coloured).toEqual(messages.toSorted((one, other) => one - other));
});

it("draws a little more than is seen, so that a turn of the wheel finds it drawn", () => {
  const seen = { from: 100, to: 140 };
  expect(holdsLines(linesAround(seen), { from: 103, to: 143 })).toBe(true);
  expect(holdsLines(linesAround(seen), { from: 300, to: 340 })).toBe(false);
});
