/** Requests and figures that people had in hand, asked of the HTTP API: where a tier ends, and what their requests lack. */
import { expect, it } from "vitest";
import { readField } from "../import/fixtures/read-field";
import { bodiesOf, importAll } from "../import/fixtures/read-fixture";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyzeBody } from "./analyze-body";
import { simulateBody } from "./simulate-body";

it("32K ends with 32,768 tokens, and 252K with 258,048", () => {
  const answer = simulateBody(JSON.parse(readField("35-simulate.json")), loadTestCounters());
  if (!answer.ok) throw new Error("refused");
  const { turns } = answer.value;
  const rates = turns.map(({ prompt, cost }) => (cost === null ? null : (cost / prompt) * 1e6));
  expect(rates.map((rate) => rate && Number(rate.toFixed(6)))).toEqual([1.2, 1.2, 2.4, 3, 3]);
  expect(turns.slice(0, 2).map(({ cost }) => cost?.toFixed(4))).toEqual(["0.0390", "0.0393"]);
});

function problemsOf(body: unknown) {
  const answer = analyzeBody({ body, region: "intl" }, loadTestCounters());
  if (!answer.ok) throw new Error("refused");
  return answer.value.diagnostics.map((each) => ({ ...each, message: ENGLISH.say(each.message) }));
}

it("a stream that asks for no usage is told, with the mend", () => {
  const found = problemsOf(JSON.parse(readField("23-no-usage-request.json"))).find(
    ({ rule }) => rule === "stream-without-usage",
  );
  expect(found).toMatchObject({ pointer: "/stream", message: expect.stringContaining("include_usage") });
  expect(JSON.stringify(found?.fix?.patch)).toContain('"include_usage":true');
});

it("a marker in extra_body never counts", () => {
  const problems = problemsOf(JSON.parse(readField("25-extra-body.json")));
  expect(problems.find(({ rule }) => rule === "marker-where-nobody-looks")).toMatchObject({
    pointer: "/extra_body/cache_control",
    message: expect.stringMatching(/SDK/),
  });
});

it("markers and calls of the AI SDK count once they are imported", async () => {
  const [messages] = bodiesOf(await importAll(readField("25-ai-sdk-messages.json")));
  const answer = analyzeBody({ body: { model: "qwen3.7-max", messages } }, loadTestCounters());
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.markers.map(({ status }) => status)).toEqual(["effective", "effective"]);
  expect(answer.value.diagnostics.map(({ rule }) => rule)).not.toContain("request-shape");
});

it("the clock in the environment details of a task is told once a marker stands behind it", async () => {
  const [, body] = bodiesOf(await importAll(readField("20-api_conversation_history.json"))) as {
    messages: { content: object[] }[];
  }[];
  const last = body?.messages.at(-1)?.content.at(-1);
  if (!last) throw new Error("no message");
  Object.assign(last, { cache_control: { type: "ephemeral" } });
  const found = problemsOf(body).filter(({ rule }) => /volatile|changing/.test(rule));
  expect(found.map(({ pointer }) => pointer)).toContain("/messages/0/content/1/text");
});
