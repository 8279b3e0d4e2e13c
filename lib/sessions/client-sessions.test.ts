/** What real clients send beside and between their conversations is told as they meant it. */
import { expect, it } from "vitest";
import type { RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { claudeSession, QWEN_SESSION, type ScriptedRequest, TITLE_FIRST } from "./fixtures/client-sessions";
import { explainInWords } from "./fixtures/explain-whole";
import { exchangeOf, sessionOf } from "./fixtures/record-loop";
import type { SessionView } from "./session-view";

const counterFor = loadTestCounters();
const settings: RunSettings = { model: "qwen3.7-max", region: "intl" };

const explain = (script: readonly ScriptedRequest[]): SessionView =>
  explainInWords(
    sessionOf(script.map(({ at, body }, index) => exchangeOf(index + 1, at, body, null))),
    settings,
    counterFor,
  );

/** e.g. `main hit`, in order of time. */
const tell = ({ requests, lanes }: SessionView): string[] =>
  requests.map(({ lane, reason }) => `${lanes[lane]?.name} ${reason.code}`);

it("keeps Qwen Code's memory agent apart, though it shares three of six tools and the history", () => {
  const view = explain(QWEN_SESSION);
  expect(tell(view)).toEqual([
    "side request 1 below_minimum",
    "main first_write",
    "main hit",
    "sub-agent 1 own_prefix",
    "sub-agent 1 hit",
    "main hit",
  ]);
  expect(view.requests.every(({ lost }) => lost === 0)).toBe(true);
  expect(ENGLISH.say(view.requests[5]?.reason.sentence ?? "")).toContain("all of what request 3 left");
});

it("calls a chat the main one, though its client asks for a title first", () => {
  const names = explain(TITLE_FIRST).lanes.map(({ name }) => name);
  expect(names).toEqual(["side request 1", "main"]);
});

it("names Claude Code's attribution header where each new prompt writes its head anew", () => {
  const view = explain(claudeSession(true));
  expect(view.lanes.map(({ kind }) => kind)).toEqual(["main", "main", "main"]);
  expect(tell(view)).toEqual([
    "main first_write",
    "main 2 system_changed",
    "main 2 hit",
    "main 3 system_changed",
  ]);
  for (const [index, against] of [
    [1, 1],
    [3, 3],
  ] as const) {
    const request = view.requests[index];
    expect(ENGLISH.say(request?.reason.sentence ?? "")).toContain(
      "only Claude Code's attribution header, a fingerprint of the first prompt, differs",
    );
    expect(ENGLISH.say(request?.mend ?? "")).toContain("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
    expect(request?.against).toBe(against);
    // All of the head is paid for anew.
    expect(request?.lost).toBeGreaterThan(5000);
    expect(request?.predicted?.read).toBe(0);
  }
  expect(view.statistics.costliest.map(({ mend }) => ENGLISH.say(mend))).toEqual([
    expect.stringContaining("CLAUDE_CODE_ATTRIBUTION_HEADER=0"),
    expect.stringContaining("CLAUDE_CODE_ATTRIBUTION_HEADER=0"),
  ]);
});

it("reads the head of each new prompt with the header off", () => {
  const view = explain(claudeSession(false));
  expect(tell(view)).toEqual(["main first_write", "main 2 hit", "main 2 hit", "main 3 hit"]);
  expect(view.requests.every(({ lost }) => lost === 0)).toBe(true);
});

it("keeps a conversation whole whose header changes as it goes on, as in older versions", () => {
  const [, first, turn] = claudeSession(true);
  if (!first || !turn) throw new Error("The script has three requests.");
  const changed = JSON.parse(JSON.stringify(turn.body).replace("b72", "d90"));
  const view = explain([first, { at: 60, body: changed }]);
  expect(tell(view)).toEqual(["main first_write", "main system_changed"]);
  expect(ENGLISH.say(view.requests[1]?.mend ?? "")).toContain("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
});

it("goes on with the main lane where /compact makes another first prompt, and so another header", () => {
  const [, , turn] = claudeSession(true);
  if (!turn) throw new Error("The script has three requests.");
  const body = JSON.parse(JSON.stringify(turn.body).replace("b72", "e11"));
  const summary = "This session is being continued from a previous conversation: the notes are written.";
  body.messages = [{ role: "user", content: summary }];
  expect(tell(explain([turn, { at: 90, body }]))).toEqual(["main first_write", "main system_changed"]);
});
