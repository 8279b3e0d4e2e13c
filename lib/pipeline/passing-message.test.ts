/** An agent that adds a marked message to every request and drops it from the next: what it reads, why, and the mend. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { scenarioOfBodies } from "../timeline/scenario-of-bodies";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

const rulesOf = (what: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `${index + 1}. ${what} ${index + 1}: when an order is late, tell the customer the reason, offer a new date, and write both into the ticket before you close it.`,
  ).join("\n");
const part = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];
const tools = Array.from({ length: 8 }, (_, index) => ({
  type: "function",
  function: {
    name: `tool_${index}`,
    description: `Does the ${index}th thing for an order and tells how it went.`,
    parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] },
  },
}));

/** A request after so many answers; the message of its run time stands at its end, and only there. */
function requestOf(answers: number, isClock: boolean): string {
  const history = Array.from({ length: answers + 1 }, (_, index) => [
    { role: "user", content: `Question ${index}: ${rulesOf(`case ${index}`, 8)}` },
    { role: "assistant", content: `Answer ${index}.` },
  ]).flat();
  const now = isClock ? `now: 2026-11-20 09:0${answers}\n` : "";
  const messages = [
    { role: "system", content: part(`You keep the desk.\n${rulesOf("house rule", 50)}`) },
    ...history.slice(0, -1),
    { role: "user", content: part(`<runtime-context>\nqueue: none\n${now}</runtime-context>`) },
  ];
  return JSON.stringify({ model: "qwen3.7-max", messages, tools });
}

describe.each([["with a clock in it", true] as const, ["without one", false] as const])(
  "%s",
  (_, isClock) => {
    const bodies = [0, 1, 2, 3].map((answers) => requestOf(answers, isClock));
    const [text = "", ...following] = bodies;
    const settings = {
      model: "qwen3.7-max",
      region: "intl",
      scenario: scenarioOfBodies("Desk", following),
    } as const;
    const { diagnostics, timeline } = analyse(text, settings, open);
    const found = diagnostics.find(({ rule }) => rule === "marker-on-changing-tail");

    it("reads tools and system alone, and writes more each time", () => {
      const rows = timeline?.turns.slice(1).map(({ ledger }) => ledger) ?? [];
      expect(rows.map(({ read }) => read)).toEqual([2553, 2553, 2553]);
      const written = rows.map((row) => row.written);
      expect(written).toEqual([...written].sort((a, b) => a - b));
      if (isClock) expect(written).toEqual([642, 949, 1256]);
    });

    it("marks every request that paid for what it could have read", () => {
      expect(timeline?.misses.map(({ index, code }) => [index, code])).toEqual([
        [1, "messages_changed"],
        [2, "messages_changed"],
        [3, "messages_changed"],
      ]);
    });

    it("is a problem at the marker, and its mend is the last message that stays", () => {
      expect(found?.pointer).toBe("/messages/2/content/0/cache_control");
      expect(ENGLISH.say(found?.message ?? "")).toMatch(
        /^All 3 following requests have another message in place of messages\[2\], which carries this marker, so its entry is never read; they share [\d,]+ tokens, up to messages\[1\]\.$/,
      );
      expect(ENGLISH.say(found?.fix?.title ?? "")).toMatch(/^Move the marker to messages\[1\]/);
      const mended = applyEdits(text, found?.fix?.edits ?? []);
      const after = analyse(mended, settings, open);
      expect(after.diagnostics.map(({ rule }) => rule)).not.toContain("marker-on-changing-tail");
      // The second request, which was recorded, now reads up to the message that stayed.
      expect(after.timeline?.turns[1]?.ledger.read).toBeGreaterThan(2553);
    });
  },
);
