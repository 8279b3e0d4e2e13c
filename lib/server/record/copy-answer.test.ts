/** The copy of an answer: its text in whatever pieces it comes, and no more than is kept. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { copyAnswer, MAX_ANSWER } from "./copy-answer";

const encoder = new TextEncoder();
const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;

it("reads the same, wherever the network cuts", () => {
  const words = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (list, size) => {
      const bytes = encoder.encode(`${list.map(event).join("")}data: [DONE]\n\n`);
      const copy = copyAnswer(true, () => 0);
      for (let start = 0; start < bytes.length; start += size) copy.push(bytes.subarray(start, start + size));
      copy.end();
      expect(copy.answer()).toMatchObject({ text: list.join(""), isComplete: true });
      expect(copy.isCut()).toBe(false);
    }),
  );
});

it("knows when the first token came, not the first event", () => {
  let time = 1;
  const copy = copyAnswer(true, () => time);
  copy.push(encoder.encode(event("")));
  expect(copy.firstToken()).toBeNull();
  time = 2;
  copy.push(encoder.encode(event("a")));
  time = 3;
  copy.push(encoder.encode(event("b")));
  expect(copy.firstToken()).toBe(2);
});

it("keeps no more than its limit of a stream, and of a body", () => {
  const piece = encoder.encode(event("x".repeat(100_000)));
  const stream = copyAnswer(true, () => 0);
  for (let count = 0; count < 60; count += 1) stream.push(piece);
  stream.end();
  expect(stream.isCut()).toBe(true);
  expect(stream.answer().text.length).toBeGreaterThan(MAX_ANSWER);
  expect(stream.answer().text.length).toBeLessThan(MAX_ANSWER + 200_000);

  const body = copyAnswer(false, () => 0);
  for (let count = 0; count < 60; count += 1) body.push(encoder.encode(`"${"x".repeat(100_000)}`));
  body.end();
  expect([body.isCut(), body.answer().text]).toEqual([true, ""]);
});
