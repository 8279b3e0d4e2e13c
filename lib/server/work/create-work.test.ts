/** What a thread makes of a body: the API's answer in bytes, a Responses request with what precedes it, and no text besides. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { NO_SERVICE_COUNTERS } from "../../tokens/service-counters";
import { createWork } from "./create-work";

const counterFor = loadTestCounters();
const work = createWork({
  loadCounters: async () => counterFor,
  loadServiceCounters: async () => NO_SERVICE_COUNTERS,
});
const encode = (text: string) => new TextEncoder().encode(text);

async function post(
  kind: "analyze" | "simulate" | "compare",
  body: string | Uint8Array<ArrayBuffer>,
  query = "",
) {
  const bytes = typeof body === "string" ? encode(body) : body;
  const asked = { bytes, query, origin: "http://localhost", language: "en" as const };
  const answer = await work(kind, asked);
  return { ...answer, value: JSON.parse(new TextDecoder().decode(answer.bytes)) };
}

it.each(["analyze", "simulate", "compare"] as const)(
  "%s refuses what cannot be read in one sentence",
  async (kind) => {
    const deep = await post(kind, "[".repeat(5_000_000));
    expect(deep.status).toBe(400);
    expect(deep.value.error.message).toBe(
      "Line 1, column 513: the text is nested deeper than 512 levels; no request needs that.",
    );
    const binary = await post(kind, new Uint8Array([0xff, 0xfe]));
    expect(binary.value.error.message).toContain("UTF-8");
    // The other routes take it as empty; analyze says what a request is made of.
    expect((await post(kind, "")).status).toBe(400);
  },
);

it("finds the bracket that is one too many in a file as well", async () => {
  const log = await post("analyze", `\n${"[".repeat(5_000_000)}`, "?format=sarif");
  expect([log.status, log.contentType]).toEqual([200, "application/sarif+json"]);
  const [{ ruleId, locations }] = log.value.runs[0].results;
  expect(ruleId).toBe("json-invalid");
  expect(locations[0].physicalLocation.region).toMatchObject({ startLine: 2, startColumn: 513 });
});

const terms = { account: "a", owner: "a", completion: null, calls: null, implicit: true, readings: {} };

it("counts a chat request without handing back its text", async () => {
  const words = "Every word of it is counted once. ".repeat(400);
  const body = { model: "qwen3-max", messages: [{ role: "user", content: words }] };
  const asked = { ...terms, dialect: "openai", native: null, isAnswered: true } as const;
  const composed = await work("reply", { ...asked, bytes: encode(JSON.stringify(body)) });
  if (!composed.ok || !composed.answer) throw new Error(JSON.stringify(composed));
  expect(composed.counted.blocks).toHaveLength(Math.floor(composed.counted.total / 128));
  expect(JSON.stringify(composed)).not.toContain("counted once");
  const counted = await work("reply", { ...asked, isAnswered: false, bytes: encode(JSON.stringify(body)) });
  expect(counted).toEqual({ ok: true, counted: composed.counted, answer: null });
});

it("asks for what was said before, gives the body back, and keeps no items of what is not kept", async () => {
  const body = { model: "qwen3-max", previous_response_id: "resp_1", input: "And then?", store: false };
  const bytes = encode(JSON.stringify(body));
  const first = await work("response", { ...terms, bytes, history: null });
  expect(first).toEqual({ ok: true, kind: "continues", previous: "resp_1", bytes });
  const history = [{ type: "message", role: "user", content: "Once upon a time" }];
  const second = await work("response", { ...terms, bytes, history });
  const alone = await work("response", { ...terms, bytes, history: [] });
  if (!second.ok || second.kind !== "composed" || !alone.ok || alone.kind !== "composed")
    throw new Error("refused");
  expect(second.counted.total).toBeGreaterThan(alone.counted.total);
  expect(second.asked).toMatchObject({ items: [], previous: "resp_1", store: false });
  expect(second.asked.body).not.toHaveProperty("input");
  expect(second.size).toBe(bytes.length);
});
