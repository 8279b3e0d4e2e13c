/** Every request of a scripted agent loop is explained as its rules demand, and usages alone as far as they tell. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { prepareRequest } from "../pipeline/prepare-request";
import { parsePrompt } from "../prompt/parse";
import { createRunPredictor, type RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { AGENT_LOOP, LOOP_MODEL } from "./fixtures/agent-loop";
import { explainInWords } from "./fixtures/explain-whole";
import { exchangeOf, type LoopFigures, recordLoop, sessionOf, writeUsage } from "./fixtures/record-loop";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";
import type { SessionView } from "./session-view";

const counterFor = loadTestCounters();
const settings: RunSettings = { model: LOOP_MODEL, region: "intl" };

const explain = (session: RecordedSession): SessionView => explainInWords(session, settings, counterFor);

/** Lengths of a request's prompt, of its last breakpoint and of its system segment: counted, not played. */
const lengths = AGENT_LOOP.map(({ body }) => {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("A body of the loop is no request.");
  const { layout, measured } = prepareRequest(prompt, LOOP_MODEL, counterFor, createPrefixIndex());
  const end = layout.cuts[layout.breakpoints.at(-1) ?? -1]?.prefix ?? 0;
  return { total: measured.total, end, system: measured.segments[0]?.prefix ?? 0 };
});

/** What the table of the loop says of each request, in tokens. */
const expected = AGENT_LOOP.map(({ reads }, index): LoopFigures => {
  const { total = 0, end = 0, system = 0 } = lengths[index] ?? {};
  const read = reads === "nothing" ? 0 : reads === "system" ? system : (lengths[reads - 1]?.end ?? 0);
  return { read, written: end - read, uncached: total - end };
});

const billed = createRunPredictor(counterFor)(
  AGENT_LOOP.map(({ body, at, duration }) => ({
    body: JSON.stringify(body),
    at,
    duration,
    completion: 20,
    reply: "",
    limit: null,
  })),
  settings,
).requests;
const view = explain(recordLoop(billed));

it.each(AGENT_LOOP)("tells what request $number ($lane) is: $code", ({ number, lane, step, code, at }) => {
  const request = view.requests[number - 1];
  expect(request).toMatchObject({ number, at, step });
  expect(view.lanes[request?.lane ?? -1]?.name).toBe(lane);
  expect(request?.reason.code).toBe(code);
  expect(request?.predicted).toMatchObject(expected[number - 1] ?? {});
  expect(request?.billed).toMatchObject(expected[number - 1] ?? {});
  expect(request?.difference).toBeNull();
  expect(ENGLISH.say(request?.reason.sentence ?? "")).toMatch(/^[A-Z].*\.$/);
});

const sentenceOf = (number: number): string => ENGLISH.say(view.requests[number - 1]?.reason.sentence ?? "");
const write = (tokens: number | undefined): string => (tokens ?? 0).toLocaleString("en-US");

it("says with words and figures what changed", () => {
  expect(sentenceOf(3)).toContain(`Read ${write(lengths[0]?.end)} tokens, all of what request 1 left`);
  expect(sentenceOf(7)).toContain("“fetch_page” was added");
  expect(sentenceOf(7)).toContain(
    `none were read and ${write(lengths[5]?.end)} tokens had to be paid for again`,
  );
  expect(sentenceOf(15)).toContain("last written or renewed 360 s before this request and lives 300 s");
  expect(sentenceOf(18)).toContain("A summary replaced the history after request 17");
  expect(sentenceOf(20)).toContain("Message 3 differs from that of request 19");
  expect(sentenceOf(20)).toContain("“[left out to save room]” here");
  expect(view.requests[19]?.change).toMatchObject({
    what: "message",
    message: 3,
    after: "[left out to save room]",
  });
});

it("shows the markers that were sent, and why one is folded", () => {
  const [first] = view.requests;
  expect(first?.markers).toHaveLength(3);
  expect(first?.effective).toBe(2);
  expect(first?.markers?.[0]).toMatchObject({ status: "ignored", reason: expect.stringContaining("tool") });
});

it("counts tokens that were paid for anew, and names the costliest misses with their mends", () => {
  const lost = new Map(view.requests.map(({ number, lost: tokens }) => [number, tokens]));
  expect(lost.get(7)).toBe(lengths[5]?.end);
  expect(lost.get(11)).toBe(lengths[10]?.system);
  // The new question makes the template write the answers before it shorter by two tokens.
  expect(lost.get(15)).toBe(lengths[14]?.end);
  expect(lost.get(18)).toBe(0);
  const { costliest } = view.statistics;
  expect(costliest.map(({ number }) => number)).toEqual([15, 7, 11]);
  expect(ENGLISH.say(costliest[0]?.mend ?? "")).toContain("keep-alive");
  const [one, other] = costliest;
  expect((one?.cost ?? 0) / (other?.cost ?? 1)).toBeCloseTo((one?.tokens ?? 0) / (other?.tokens ?? 1), 6);
});

it("adds up the session", () => {
  const sum = (part: keyof LoopFigures) => expected.reduce((total, row) => total + row[part], 0);
  const { statistics } = view;
  expect(statistics).toMatchObject({
    answered: 20,
    read: sum("read"),
    written: sum("written"),
    completion: 400,
  });
  expect(statistics.hitRateByRequests).toBeCloseTo(14 / 20, 9);
  expect(statistics.rewriteFactor).toBeCloseTo(
    sum("written") / Math.max(...lengths.map(({ total }) => total)),
    9,
  );
  expect(statistics.longGaps).toEqual([{ number: 15, lane: 0, seconds: 360 }]);
  const shares = statistics.shares ?? [];
  expect(shares.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9);
  expect(shares.reduce((total, { cost }) => total + cost, 0)).toBeCloseTo(view.cost ?? 0, 9);
  expect(shares.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["tools", "system", "user", "assistant", "tool results", "completion"]),
  );
  expect(view.requests.at(-1)?.running).toBeCloseTo(view.cost ?? 0, 12);
  expect(view.cost ?? 0).toBeLessThan(view.costWithoutCache ?? 0);
});

it("tells a read that the rules promise and the bill lacks, and one that they do not", () => {
  const other = billed.map((row, index) => {
    if (!row || (index !== 3 && index !== 14)) return row;
    const all = row.read + row.written;
    return index === 3 ? { ...row, read: 0, written: all } : { ...row, read: all, written: 0 };
  });
  const { requests } = explain(recordLoop(other));
  expect(requests[3]?.reason.code).toBe("not_found");
  expect(requests[3]?.lost).toBe(lengths[2]?.end);
  expect(requests[3]?.difference).toContain("the entry was not found");
  expect(requests[14]?.reason.code).toBe("hit");
  expect(requests[14]?.also[0]?.code).toBe("expired");
});

it("predicts where usages are missing, and says that the cost is a prediction", () => {
  const { requests, cost } = explain(recordLoop([]));
  expect(requests.every(({ billed: none, costFrom }) => none === null && costFrom === "predicted")).toBe(
    true,
  );
  expect(requests.map(({ reason }) => reason.code)).toEqual(AGENT_LOOP.map(({ code }) => code));
  expect(cost).not.toBeNull();
});

it("leaves requests out that the service refused, and judges the next by the one before them", () => {
  const { exchanges } = recordLoop(billed);
  const refused = exchanges.map((exchange) =>
    exchange.number === 4 ? { ...exchange, status: 429, usage: null, answer: null } : exchange,
  );
  const { requests } = explain(sessionOf(refused));
  expect(requests[3]).toMatchObject({ cost: 0, predicted: null, reason: { code: "failed" } });
  expect(requests[4]).toMatchObject({ previous: 3, reason: { code: "hit" } });
});

it("judges by the words where the service counts otherwise than the estimate", () => {
  const scaled = billed.map((row) => {
    const times = (tokens = 0): number => Math.round(tokens * 1.04);
    return row && { read: times(row.read), written: times(row.written), uncached: times(row.uncached) };
  });
  const { requests } = explain(recordLoop(scaled));
  expect(requests.map(({ reason }) => reason.code)).toEqual(AGENT_LOOP.map(({ code }) => code));
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).toContain(
    `Read ${write(scaled[2]?.read)} tokens, all of what request 1 left`,
  );
  expect(ENGLISH.say(requests[6]?.reason.sentence ?? "")).toContain(
    `Of the ${write((scaled[5]?.read ?? 0) + (scaled[5]?.written ?? 0))} tokens`,
  );
  expect(requests[2]?.difference).toContain("calibration");
});

it("counts a request that is still being answered as one that nothing can be read from", () => {
  const [first] = recordLoop([]).exchanges;
  if (!first) throw new Error("The loop has no requests.");
  const open = { ...first, duration: null, status: null, answer: null, firstToken: null, firstByte: null };
  const { requests } = explain(sessionOf([open, { ...first, number: 2, at: first.at + 2 }]));
  expect(requests[1]?.reason.code).toBe("not_yet_written");
});

const damages = fc.constantFrom("none", "body", "usage", "both", "refused", "open", "odd");

it("explains whatever is left of a damaged session, each request once", () => {
  const { exchanges } = recordLoop(billed);
  fc.assert(
    fc.property(fc.array(damages, { minLength: 20, maxLength: 20 }), (kinds) => {
      const damaged = exchanges.map((exchange, index): RecordedExchange => {
        const kind = kinds[index];
        if (kind === "refused") return { ...exchange, status: 429, answer: null, usage: null };
        if (kind === "open") return { ...exchange, status: null, duration: null, answer: null, usage: null };
        if (kind === "odd") return { ...exchange, body: { messages: "none" } };
        const body = kind === "body" || kind === "both" ? null : exchange.body;
        return { ...exchange, body, usage: kind === "usage" || kind === "both" ? null : exchange.usage };
      });
      const { requests, lanes, statistics } = explain(sessionOf(damaged));
      expect(lanes.flatMap(({ requests: held }) => held).sort((a, b) => a - b)).toEqual(
        exchanges.map(({ number }) => number),
      );
      for (const { reason, lost, predicted, number } of requests) {
        expect(ENGLISH.say(reason.sentence)).toMatch(/^[A-Z“].*\.$/s);
        expect(lost).toBeGreaterThanOrEqual(0);
        if (predicted) {
          expect(predicted.read + predicted.written + predicted.uncached).toBe(lengths[number - 1]?.total);
        }
      }
      expect(statistics.answered).toBe(
        requests.filter(({ billed: paid, predicted }) => paid ?? predicted).length,
      );
    }),
    { numRuns: 25 },
  );
});

it("names a changed id by its alias", () => {
  const bodyWith = (id: string) => ({
    model: LOOP_MODEL,
    system: [
      {
        type: "text",
        text: `Session ${id}.\n${"Keep to the rules of this project.\n".repeat(300)}`,
        cache_control: { type: "ephemeral" },
      },
    ],
    messages: [
      { role: "user", content: "Go on." },
      ...(id === "<id 1>"
        ? []
        : [
            { role: "assistant", content: "Done." },
            { role: "user", content: "And now?" },
          ]),
    ],
  });
  const usage = writeUsage({ read: 0, written: 2000, uncached: 10 });
  const { requests, lanes } = explain(
    sessionOf([exchangeOf(1, 0, bodyWith("<id 1>"), usage), exchangeOf(2, 20, bodyWith("<id 2>"), usage)]),
  );
  expect(lanes).toHaveLength(1);
  expect(requests[1]?.reason.code).toBe("system_changed");
  expect(requests[1]?.change?.before).toContain("1>");
  expect(requests[1]?.change?.after).toContain("2>");
});

it("takes a session of nothing, and bodies that are no requests", () => {
  expect(explain(sessionOf([])).requests).toEqual([]);
  const odd = sessionOf([exchangeOf(1, 0, "text", null), exchangeOf(2, 5, { messages: 3 }, null)]);
  const { requests, cost, notes } = explain(odd);
  expect(requests.map(({ reason }) => reason.code)).toEqual(["unknown", "unknown"]);
  expect(cost).toBeNull();
  expect(notes).toHaveLength(2);
});
