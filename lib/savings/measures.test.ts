/** What each measure does where it applies, and the reason it gives where it does not. */
import { describe, expect, it } from "vitest";
import { answerWhatIf } from "../pipeline/what-if";
import { applyEdits } from "../prompt/apply-edits";
import type { Scenario, Turn } from "../timeline/scenario";
import { scenarios } from "../timeline/scenarios";
import { ENGLISH } from "../words/plain-words";
import { ask, open, openBody, openPreset, savingOf, whyNot } from "./fixtures/ask-savings";
import { MEASURES } from "./measures";
import { listProtected } from "./protected-messages";

/** Long enough to be cached on its own: some 1,700 tokens. */
const MANUAL = Array.from(
  { length: 120 },
  (_, line) => `${line}. Hold the button of device ${line} until it beeps twice.`,
).join("\n");
const MARKER = { type: "ephemeral" };
const text = (words: string, marked = false) => [
  { type: "text", text: words, ...(marked ? { cache_control: MARKER } : {}) },
];
const named = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  return found;
};
const play = (...turns: readonly Turn[]): Scenario => ({ name: "A test", duration: 4, reply: "Yes.", turns });
const question = (gap: number, more: Partial<Turn> = {}): Turn => ({
  mode: "append",
  gap,
  user: "And then?",
  reply: "Then the next.",
  ...more,
});
const chat = (marked: boolean) => ({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: text(MANUAL, marked) },
    { role: "user", content: "Where do I begin?" },
  ],
});

it("has an id, a source and a risk for each, in the order caching, payload, service", () => {
  const ids = MEASURES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const kinds = MEASURES.map(({ kind }) => ["cache", "payload", "service"].indexOf(kind));
  expect(kinds).toEqual(kinds.toSorted((one, other) => one - other));
  for (const { source, asOf, risk } of MEASURES) {
    expect(source).toMatch(/^https:/);
    expect(asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(ENGLISH.say(risk)).toMatch(/^[A-Z].*\.$/);
  }
});

describe("text and order", () => {
  it("moves the clock of the support agent, and what it breaks is read again", () => {
    const report = ask(openPreset("support-agent"));
    const moved = savingOf(report, "move-changing-text");
    expect(ENGLISH.say(moved.what)).toBe("Move “2026-11-24 09:30” into the newest message");
    expect(moved.after.read).toBeGreaterThan(report.before.read);
    expect(moved.saved).toBeGreaterThan(0);
    const { text: document, settings } = openPreset("support-agent");
    const done = ask({ text: applyEdits(document, moved.change.edits), settings });
    expect(whyNot(done, "move-changing-text")).toMatch(/^No changing text/);
  });

  it("moves a clock that an event puts into the system text", () => {
    const asked = openPreset("function-calling", { scenario: named("Clock in the system text") });
    const moved = savingOf(ask(asked), "move-changing-text");
    expect(JSON.stringify(moved.change.settings.scenario)).toMatch(/Current time: 2026-01-05T09:/);
    expect(JSON.stringify(moved.change.settings.scenario)).not.toContain('"clock"');
    expect(moved.saved).toBeGreaterThan(0);
  });

  it("sorts tools that are shuffled, and keeps a list that grows and shrinks", () => {
    const shuffled = ask(openPreset("function-calling", { scenario: named("Tools shuffled half-way") }));
    expect(savingOf(shuffled, "order-tools").saved).toBeGreaterThan(0);
    expect(whyNot(shuffled, "keep-tool-list")).toBe("The list of tools is the same in every request.");
    const grown = openPreset("function-calling", {
      scenario: play(
        question(20),
        question(20, { events: [{ kind: "add-tool", name: "book_hotel" }] }),
        question(20),
      ),
    });
    const kept = savingOf(ask(grown), "keep-tool-list");
    expect(kept.saved).toBeGreaterThan(0);
    expect(kept.change.edits[0]?.text).toContain("book_hotel");
  });

  it("puts a manual before the clock that stands in front of it", () => {
    const asked = openBody(
      {
        model: "qwen3.7-max",
        messages: [
          {
            role: "system",
            content: `You answer from the manual.\nCurrent time: 2026-11-21 09:30:12\n${MANUAL}`,
          },
          { role: "user", content: "Where do I begin?" },
        ],
      },
      play(question(90), question(90)),
    );
    expect(savingOf(ask(asked), "stable-before-volatile").change.edits).not.toEqual([]);
  });

  it("splits system messages that are merged, with a marker at the end of the first", () => {
    const asked = openBody(
      {
        model: "qwen3.7-max",
        messages: [
          { role: "system", content: MANUAL },
          { role: "system", content: text("Notices of the day: none. ".repeat(200), true) },
          { role: "user", content: "Where do I begin?" },
        ],
      },
      play(question(60)),
    );
    const split = savingOf(ask(asked), "split-system");
    expect(ENGLISH.say(split.what)).toBe("Make it a user message");
    expect(split.change.edits.map((edit) => edit.text).join("")).toContain("cache_control");
  });
});

describe("markers, lives and times", () => {
  it("places markers where there are none, and says what a gateway's would leave on the table", () => {
    const report = ask(openBody(chat(false), play(question(40), question(40), question(40))));
    const best = savingOf(report, "best-placement");
    const injected = savingOf(report, "gateway-markers");
    expect(best.saved).toBeGreaterThanOrEqual(injected.saved ?? 0);
    expect(ENGLISH.say(injected.note ?? "")).toMatch(
      /^(The best placement costs .* less|No placement costs less)/,
    );
  });

  it("knows when a gateway injects nothing", () => {
    const why = (body: object) => whyNot(ask(openBody(body, play(question(40)))), "gateway-markers");
    expect(why(chat(true))).toMatch(/has its own markers/);
    const alone = { model: "qwen3.7-max", messages: [{ role: "user", content: MANUAL }] };
    expect(why(alone)).toMatch(/fewer than two messages/);
    const short = {
      ...chat(false),
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi" },
      ],
    };
    expect(why(short)).toMatch(/caches from 1,024 tokens on/);
  });

  it("drops a marker that nobody comes back to", () => {
    const report = ask(openBody(chat(true), play({ ...question(900), mode: "replace" })));
    const dropped = savingOf(report, "drop-markers");
    expect(dropped.after.written).toBe(0);
    expect(dropped.saved).toBeGreaterThan(0);
  });

  it("pings over one pause, counts the pings behind the end, and none where pauses are short", () => {
    const body = chat(true);
    const paused = ask(openBody(body, play(question(420), question(60))));
    const pinged = savingOf(paused, "pings");
    const modes = pinged.change.settings.scenario?.turns.map(({ mode, gap }) => `${mode} ${gap}`);
    expect(modes).toEqual(["ping 240", "append 180", "append 60", "ping 240"]);
    expect(whyNot(ask(openBody(body, play(question(60)))), "pings")).toMatch(
      /No pause is longer than the life of an entry \(5 min\)/,
    );
    expect(whyNot(ask(openBody(body, play(question(80_000)))), "pings")).toMatch(/too long for pings to pay/);
  });

  it("offers a longer life only where one is sold", () => {
    expect(whyNot(ask(openBody(chat(true), play(question(420)))), "longer-life")).toBe(
      "No longer life is sold for entries of qwen3.7-max.",
    );
  });

  it("sends one request before the crowd, which then reads what that one wrote", () => {
    const crowd = play({ ...question(0, { user: "Row {n}.", copies: 10 }), mode: "replace" });
    const report = ask(openBody(chat(true), crowd));
    const first = savingOf(report, "one-first");
    expect(ENGLISH.say(first.what)).toBe("Let 9 requests wait for the first one's response");
    const users = first.change.settings.scenario?.turns.map(({ user, copies }) => [user, copies]);
    expect(users).toEqual([
      ["Row 10.", undefined],
      ["Row {n}.", 9],
    ]);
    expect(first.saved).toBeGreaterThan(0);
  });
});

describe("payload", () => {
  const report = ask(openPreset("tool-agent"));

  it("cuts results before they are sent, leaves old ones out, or compresses the history", () => {
    expect(ENGLISH.say(savingOf(report, "shorten-results").what)).toBe(
      "Cut 7 tool results to about 200 tokens",
    );
    expect(ENGLISH.say(savingOf(report, "drop-old-results").what)).toMatch(
      /before request \d, where it is cheapest$/,
    );
    const compacted = savingOf(report, "compact-history");
    expect(ENGLISH.say(compacted.note ?? "")).toMatch(
      /^\d+ messages? up to the last marker (is|are) protected/,
    );
    const input = (totals: typeof report.before) => totals.read + totals.written + totals.uncached;
    expect(input(compacted.after)).toBeLessThan(input(report.before));
  });

  it("finds the very turn at which a compaction is cheapest", () => {
    const { text: document, settings } = openPreset("tool-agent");
    const compacted = savingOf(report, "compact-history");
    const events = compacted.change.settings.scenario?.turns.map((turn) =>
      turn.events?.some(({ kind }) => kind === "compact"),
    );
    const chosen = events?.indexOf(true) ?? -1;
    const event = compacted.change.settings.scenario?.turns[chosen]?.events?.find(
      ({ kind }) => kind === "compact",
    );
    const { scenario } = settings;
    if (!scenario || !event) throw new Error("Nothing is compacted.");
    for (const [index, turn] of scenario.turns.entries()) {
      const turns = scenario.turns.with(index, { ...turn, events: [...(turn.events ?? []), event] });
      const played = { ...settings, scenario: { ...scenario, turns } };
      const other = answerWhatIf(document, played, open)?.totals;
      expect(other?.cost ?? 0).toBeGreaterThanOrEqual((compacted.after.cost ?? 0) - 1e-12);
    }
  });

  it("compares a stable few tools, the relevant ones of each turn, and a search", () => {
    const few = savingOf(report, "stable-few-tools");
    expect(ENGLISH.say(few.what)).toBe("Offer only the 3 tools that are called, out of 8");
    // Another list in each turn throws the cache away each time.
    expect(savingOf(report, "relevant-tools").after.read).toBeLessThan(few.after.read);
    expect(ENGLISH.say(savingOf(report, "search-tools").what)).toBe(
      "Offer one search tool instead of all tools: 2 searches",
    );
    expect(whyNot(ask(openPreset("function-calling")), "stable-few-tools")).toMatch(
      /not clear which are needed/,
    );
  });

  it("leaves reasoning out of past answers", () => {
    const { messages } = chat(true);
    const answered = {
      role: "assistant",
      content: "At the button.",
      reasoning_content: "They ask where to begin.",
    };
    const asked = openBody(
      { model: "qwen3.7-max", messages: [...messages, answered, { role: "user", content: "Why?" }] },
      play(question(30)),
    );
    expect(ENGLISH.say(savingOf(ask(asked), "drop-reasoning").what)).toBe(
      "Leave out the reasoning of 1 past answer",
    );
  });

  it("protects all messages up to the last marker, and none without one", () => {
    const list = (marked: boolean) => {
      const { text: document, settings } = openBody(chat(marked), null);
      const ready = open(document, settings).document?.first;
      return ready ? listProtected(ready) : null;
    };
    expect(list(true)).toEqual(["/messages/0"]);
    expect(list(false)).toEqual([]);
  });
});

it("names the next smaller model of the line, and no other region where none is cheaper", () => {
  const report = ask(openPreset("multi-turn"));
  expect(ENGLISH.say(savingOf(report, "another-model").what)).toBe("Send it to qwen3.7-plus");
  expect(whyNot(report, "another-region")).toMatch(/^No other region/);
  const smallest = openBody({ ...chat(true), model: "qwen3.7-flash" }, play(question(30)));
  expect(whyNot(ask(smallest), "another-model")).toMatch(/^No smaller model in the line of qwen3.7-flash/);
});
