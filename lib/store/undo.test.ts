/** Every act can be taken back and done again, whatever it changed and in whatever order acts came. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { scenarios } from "../timeline/scenarios";
import type { Said } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import type { EditorPort, PlaygroundState } from "./playground-state";
import { createPlaygroundStore, type PlaygroundStore } from "./playground-store";

const text = JSON.stringify({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: "You answer in one sentence and never in two." },
    { role: "user", content: "Where is the harbour?" },
  ],
});

/** With a clock that stands still until the test moves it, and an editor that keeps its own text where asked for. */
function open(withEditor = false): PlaygroundStore & { wait: (milliseconds: number) => void } {
  let time = 0;
  const playground = createPlaygroundStore(
    {
      text,
      presetId: "multi-turn",
      name: "First",
      settings: { model: "qwen3.7-max", region: "intl", scenario: scenarios[0] ?? null },
      now: () => time,
    },
    { analyse: () => new Promise(() => undefined), receive: () => undefined, fail: () => undefined },
    { ask: async () => ({ ok: false, reason: "" }) },
  );
  const { store, actions } = playground;
  if (withEditor) {
    const port: EditorPort = {
      applyEdits: (edits) => actions.documentChanged(applyEdits(store.getState().text, edits)),
      replaceAll: (all) => actions.documentChanged(all),
      reveal: vi.fn(),
      show: () => undefined,
      format: async () => actions.documentChanged(store.getState().text.replaceAll(" ", "  ")),
    };
    actions.attachEditor(port);
  }
  return {
    ...playground,
    wait: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** What a user has in front of them, as far as acts change it. */
function seen({ store }: PlaygroundStore): unknown {
  const {
    text: written,
    settings,
    presetId,
    opened,
    documentName,
    edited,
  }: PlaygroundState = store.getState();
  return { written, settings, presetId, opened, documentName, edited };
}

/** What is said of acts, in English. */
function said({ store }: PlaygroundStore): {
  undoable: string | null;
  redoable: string | null;
  toast: string | null;
} {
  const { undoable, redoable, lastAct } = store.getState();
  const say = (words: Said | null): string | null => words && ENGLISH.say(words);
  return { undoable: say(undoable), redoable: say(redoable), toast: say(lastAct?.said ?? null) };
}

/** Milliseconds that separate two acts for sure. */
const LONG = 60_000;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const acts = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), at: place, put: fc.string({ maxLength: 40 }) }),
  fc.record({ kind: fc.constant("delete" as const), at: place, length: fc.nat(60) }),
  fc.record({ kind: fc.constant("edits" as const), at: place, to: place, put: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant("scenario" as const), which: fc.nat(scenarios.length - 1) }),
  fc.record({ kind: fc.constant("gap" as const), gap: fc.nat(900) }),
  fc.record({
    kind: fc.constant("region" as const),
    region: fc.constantFrom("intl" as const, "cn" as const),
  }),
  fc.record({ kind: fc.constant("model" as const), model: fc.constantFrom("qwen3-max", "qwen3.7-max") }),
  fc.record({ kind: fc.constant("ttl" as const), ttl: fc.constantFrom(3600 as const, undefined) }),
  fc.record({ kind: fc.constant("rule" as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant("marker" as const), message: fc.nat(2) }),
  fc.record({ kind: fc.constant("open" as const), put: fc.string({ maxLength: 30 }) }),
  fc.record({ kind: fc.constant("select" as const), turn: fc.nat(3) }),
  fc.record({ kind: fc.constant("wait" as const), milliseconds: fc.constantFrom(10, LONG) }),
  fc.record({ kind: fc.constant("undo" as const) }),
  fc.record({ kind: fc.constant("redo" as const) }),
);
type Act = typeof acts extends fc.Arbitrary<infer Value> ? Value : never;

function perform({ store, actions, wait }: ReturnType<typeof open>, act: Act): void {
  const { text: now, settings } = store.getState();
  const index = (at: number): number => Math.floor(at * now.length);
  switch (act.kind) {
    case "type":
      actions.documentChanged(now.slice(0, index(act.at)) + act.put + now.slice(index(act.at)));
      break;
    case "delete":
      actions.documentChanged(now.slice(0, index(act.at)) + now.slice(index(act.at) + act.length));
      break;
    case "edits": {
      const [from, to] = [index(Math.min(act.at, act.to)), index(Math.max(act.at, act.to))];
      const edits = [from, to].map((start) => ({ range: { start, end: start }, text: act.put }));
      actions.applyEdits(from === to ? edits.slice(1) : edits, "Changed.");
      break;
    }
    case "scenario":
      actions.setScenario(scenarios[act.which] ?? null);
      break;
    case "gap": {
      const { scenario } = settings;
      const [first, ...others] = scenario?.turns ?? [];
      if (scenario && first)
        actions.setScenario({ ...scenario, turns: [{ ...first, gap: act.gap }, ...others] });
      break;
    }
    case "region":
      actions.setRegion(act.region);
      break;
    case "model":
      actions.setModel(act.model);
      break;
    case "ttl":
      actions.changePlay({ ttl: act.ttl });
      break;
    case "rule":
      actions.switchRule("no-marker", act.on);
      break;
    case "marker":
      actions.toggleMarker(`/messages/${act.message}`);
      break;
    case "open":
      actions.loadDocument({ text: act.put, scenario: null, presetId: null, name: act.put });
      break;
    case "select":
      actions.selectTurn(act.turn);
      break;
    case "wait":
      wait(act.milliseconds);
      break;
    default:
      actions[act.kind]();
      break;
  }
}

describe.each([false, true])("with an editor: %s", (withEditor) => {
  it("undoing everything is the beginning, redoing everything the end", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (list) => {
        const playground = open(withEditor);
        const { store, actions } = playground;
        const beginning = seen(playground);
        for (const act of list) perform(playground, act);
        while (store.getState().redoable !== null) actions.redo();
        const end = seen(playground);
        let steps = 0;
        while (store.getState().undoable !== null && steps <= list.length) {
          actions.undo();
          steps++;
        }
        expect(store.getState().undoable).toBeNull();
        expect(seen(playground)).toEqual(beginning);
        while (store.getState().redoable !== null) actions.redo();
        expect(seen(playground)).toEqual(end);
      }),
    );
  });
});

describe("what is one step", () => {
  it("typing goes back by what was typed without a break", () => {
    const playground = open();
    const { store, actions, wait } = playground;
    for (const letter of "harbour") {
      actions.documentChanged(store.getState().text + letter);
      wait(200);
    }
    wait(LONG);
    actions.documentChanged(`${store.getState().text}!`);
    actions.undo();
    expect(store.getState().text).toBe(`${text}harbour`);
    expect(said(playground)).toMatchObject({ undoable: "text edited", redoable: "text edited" });
    actions.undo();
    expect(store.getState()).toMatchObject({ text, undoable: null });
  });

  it("typing on is called by the name that is shown already", () => {
    const { store, actions } = open();
    actions.documentChanged(text.replace("harbour", "harbours"));
    const named = store.getState().undoable;
    actions.documentChanged(text.replace("harbour", "harboursi"));
    expect(named).not.toBeNull();
    expect(store.getState().undoable).toBe(named);
  });

  it("typing elsewhere, a new line and a paste are steps of their own", () => {
    const { store, actions } = open();
    for (const written of [`${text}a`, `b${text}a`, `b${text}a\n`, `b${text}a\n${"pasted ".repeat(9)}`])
      actions.documentChanged(written);
    let steps = 0;
    for (; store.getState().undoable !== null; steps++) actions.undo();
    expect(steps).toBe(4);
  });

  it("a gap that is dragged is one step, and a marker is one with the placement it ends", () => {
    const playground = open();
    const { store, actions, wait } = playground;
    const { scenario } = store.getState().settings;
    const [first, ...others] = scenario?.turns ?? [];
    if (!scenario || !first) throw new Error("The scenario has no turn.");
    for (const gap of [50, 90, 320]) {
      actions.setScenario({ ...scenario, turns: [{ ...first, gap }, ...others] });
      wait(16);
    }
    expect(said(playground)).toMatchObject({ undoable: "gap changed", toast: "Gap changed." });
    actions.choosePlacement({ kind: "anchors", name: "Last message", anchors: [{ kind: "last" }] });
    const { text: placed, settings } = store.getState();
    actions.toggleMarker("/messages/0");
    expect(store.getState().settings).not.toHaveProperty("placement");
    actions.undo();
    expect(store.getState()).toMatchObject({ text: placed, settings });
    actions.undo();
    actions.undo();
    expect(store.getState().settings.scenario).toBe(scenario);
    expect(store.getState().undoable).toBeNull();
  });

  it("another act after undo ends what could be done again", () => {
    const playground = open();
    const { actions } = playground;
    actions.setRegion("cn");
    actions.undo();
    expect(said(playground).redoable).toBe("region chosen");
    actions.changePlay({ ttl: 3600 });
    expect(said(playground)).toMatchObject({ redoable: null, undoable: "life of entries changed" });
  });

  it("shows the request again at which the act was done", () => {
    const { store, actions } = open();
    actions.selectTurn(2);
    actions.changePlay({ ttl: 3600 });
    actions.selectTurn(0);
    actions.undo();
    expect(store.getState().turn).toBe(2);
  });

  it("what is known from bills and probes stays", () => {
    const { store, actions } = open();
    actions.changePlay({ ttl: 3600 });
    actions.setCalibration("qwen3.7-max", 1.1);
    actions.setObserved({ "qwen3.7-max": { life: "hour" } });
    actions.undo();
    expect(store.getState().settings).toMatchObject({
      calibrations: { "qwen3.7-max": 1.1 },
      observed: { "qwen3.7-max": { life: "hour" } },
    });
    expect(store.getState().settings).not.toHaveProperty("ttl");
  });

  it("a text that is no longer what it was is left alone, and said so", () => {
    const { store, actions } = open();
    actions.documentChanged(`${text}!`);
    store.setState({ text: "another" });
    actions.undo();
    expect(store.getState()).toMatchObject({ text: "another", undoable: null });
    expect(ENGLISH.say(store.getState().announcement)).toMatch(/no longer be undone/);
  });
});
