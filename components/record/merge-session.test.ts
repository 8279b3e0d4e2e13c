/** What has changed is put into the session by number. */
import { describe, expect, it } from "vitest";
import type { RecordedExchange, RecordedSessionAnswer } from "../../lib/sessions/recorded-exchange";
import { mergeSession } from "./merge-session";

const exchange = (number: number, status: number | null = 200): RecordedExchange => ({
  number,
  kind: "chat",
  dialect: "anthropic",
  method: "POST",
  path: "/v1/messages",
  at: 1000 + number,
  firstByte: null,
  firstToken: null,
  duration: null,
  status,
  body: null,
  bytes: 0,
  answer: null,
  usage: null,
  requestId: null,
  redacted: [],
  missing: null,
});

const answer = (version: number, exchanges: readonly RecordedExchange[]): RecordedSessionAnswer => ({
  version,
  startedAt: 1001,
  expiresAt: 2000,
  target: "emulator",
  exchanges,
  forgotten: 0,
  unstored: version,
});

describe("mergeSession", () => {
  it("replaces what has changed, adds what is new, and keeps the order", () => {
    const first = mergeSession(null, answer(1, [exchange(2, null), exchange(1)]));
    const merged = mergeSession(first, answer(2, [exchange(3), exchange(2)]));
    expect(merged.exchanges.map(({ number, status }) => [number, status])).toEqual([
      [1, 200],
      [2, 200],
      [3, 200],
    ]);
    expect(merged.unstored).toBe(2);
  });

  it("keeps what the server has dropped since", () => {
    const first = mergeSession(null, answer(1, [exchange(1), exchange(2)]));
    const merged = mergeSession(first, { ...answer(2, [exchange(3)]), forgotten: 2 });
    expect(merged.exchanges.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(merged.forgotten).toBe(2);
  });
});
