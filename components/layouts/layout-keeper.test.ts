/** What is kept, when, and that no tab overwrites another: with a shelf in memory that several keepers share. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPlaygroundStore, type PlaygroundStore } from "../../lib/store/playground-store";
import type { LayoutKeeper } from "./keeper-ports";
import { createLayoutKeeper } from "./layout-keeper";
import type { KeptLayout, LayoutShelf } from "./layout-shelf";
import type { TabMemory } from "./tab-memory";

function createShelf(): LayoutShelf & { readonly kept: Map<string, KeptLayout> } {
  const kept = new Map<string, KeptLayout>();
  return {
    kept,
    list: async () => [...kept.values()].sort((one, other) => other.savedAt - one.savedAt),
    read: async (id) => kept.get(id) ?? null,
    async save(layout, expected) {
      if ((kept.get(layout.id)?.revision ?? 0) !== expected) return false;
      kept.set(layout.id, { ...layout, revision: expected + 1 });
      return true;
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}

/** Locks that tabs share; `off` as in a browser without them. */
function createLocks() {
  const held = new Map<string, object>();
  return (hasLocks = true) => {
    const tab = {};
    const release = () => {
      for (const [id, holder] of held) if (holder === tab) held.delete(id);
    };
    return {
      async take(id: string) {
        release();
        if (!hasLocks) return true;
        if (held.has(id)) return false;
        held.set(id, tab);
        return true;
      },
      release,
    };
  };
}

let ids = 0;

function openTab(
  shelf: LayoutShelf,
  claim: ReturnType<ReturnType<typeof createLocks>>,
  { memory = null as TabMemory | null, address = "/" } = {},
): { playground: PlaygroundStore; keeper: LayoutKeeper; memory: () => TabMemory | null } {
  const playground = createPlaygroundStore(
    {
      text: "preset",
      presetId: null,
      name: "First preset",
      settings: { model: "qwen3.7-max", region: "intl", scenario: null },
    },
    // No analysis ever comes: keeping needs none.
    { analyse: () => new Promise(() => undefined), receive: () => undefined, fail: () => undefined },
    { ask: async () => ({ ok: false, reason: "" }) },
  );
  let remembered = memory;
  const keeper = createLayoutKeeper({
    playground,
    shelf,
    claim,
    now: Date.now,
    newId: () => `id-${++ids}`,
    readAddress: () => address,
    readMemory: () => remembered,
    writeMemory: (value) => {
      remembered = value;
    },
  });
  return { playground, keeper, memory: () => remembered };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const texts = (shelf: ReturnType<typeof createShelf>) =>
  [...shelf.kept.values()].map(({ name, layout }) => [name, layout.text]);

it("keeps nothing of a preset until it is changed, then every change", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  expect(await keeper.resume()).toBe(false);
  await vi.runAllTimersAsync();
  expect(shelf.kept.size).toBe(0);
  playground.actions.documentChanged("one");
  await vi.runAllTimersAsync();
  playground.actions.documentChanged("two");
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([["First preset · edited", "two"]]);
  expect(keeper.store.getState().status).toBe("kept");
});

it("saves at the latest after a while of typing without a pause", async () => {
  const shelf = createShelf();
  const { playground } = openTab(shelf, createLocks()());
  for (let typed = 1; typed <= 20; typed++) {
    playground.actions.documentChanged(`typed ${typed}`);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(shelf.kept.size).toBe(1);
});

it("another document takes over without touching what was kept, and what waited is saved first", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  playground.actions.documentChanged("mine");
  playground.actions.loadDocument({ text: "preset 2", scenario: null, presetId: "second", name: "Second" });
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([["First preset · edited", "mine"]]);
  expect(keeper.store.getState()).toMatchObject({ name: "Second", status: "unchanged", id: null });
  playground.actions.documentChanged("preset 2, changed");
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([
    ["First preset · edited", "mine"],
    ["Second · edited", "preset 2, changed"],
  ]);
});

it("keeps an import at once: nothing else holds it", async () => {
  const shelf = createShelf();
  const { playground } = openTab(shelf, createLocks()());
  playground.actions.loadDocument({ text: "imported", scenario: null, presetId: null, keep: true });
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([["Untitled", "imported"]]);
});

it("a reload and a later visit bring back what was open, under its name", async () => {
  const shelf = createShelf();
  const lock = createLocks();
  const claim = lock();
  const first = openTab(shelf, claim, { address: "/#v1.abc" });
  first.playground.actions.documentChanged("edited");
  first.keeper.rename("My agent");
  await vi.runAllTimersAsync();
  first.keeper.stop();
  const reloaded = openTab(shelf, lock(), { memory: first.memory(), address: "/#v1.abc" });
  expect(await reloaded.keeper.resume()).toBe(true);
  expect(reloaded.playground.store.getState().text).toBe("edited");
  expect(reloaded.keeper.store.getState().name).toBe("My agent");
  reloaded.keeper.stop();
  const later = openTab(shelf, lock());
  expect(await later.keeper.resume()).toBe(true);
  expect(later.playground.store.getState().text).toBe("edited");
  await vi.runAllTimersAsync();
  expect(shelf.kept.size).toBe(1);
});

it("a link wins over what another address had open", async () => {
  const shelf = createShelf();
  const lock = createLocks();
  const first = openTab(shelf, lock(), { address: "/" });
  first.playground.actions.documentChanged("edited");
  await vi.runAllTimersAsync();
  first.keeper.stop();
  const linked = openTab(shelf, lock(), { memory: first.memory(), address: "/#v1.other" });
  expect(await linked.keeper.resume()).toBe(false);
});

it("a second tab leaves the first one's layout alone; a duplicated one goes on with a copy", async () => {
  const shelf = createShelf();
  const lock = createLocks();
  const first = openTab(shelf, lock());
  first.playground.actions.documentChanged("first tab");
  await vi.runAllTimersAsync();
  const second = openTab(shelf, lock());
  expect(await second.keeper.resume()).toBe(false);
  const twin = openTab(shelf, lock(), { memory: first.memory() });
  expect(await twin.keeper.resume()).toBe(true);
  twin.playground.actions.documentChanged("twin");
  await vi.runAllTimersAsync();
  first.playground.actions.documentChanged("first tab, later");
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([
    ["First preset · edited", "first tab, later"],
    ["First preset · edited (copy)", "twin"],
  ]);
});

it("without locks the later tab goes on with a copy and says so", async () => {
  const shelf = createShelf();
  const lock = createLocks();
  const first = openTab(shelf, lock(false));
  first.playground.actions.documentChanged("base");
  await vi.runAllTimersAsync();
  const twin = openTab(shelf, lock(false), { memory: first.memory() });
  await twin.keeper.resume();
  twin.playground.actions.documentChanged("from the twin");
  await vi.runAllTimersAsync();
  first.playground.actions.documentChanged("from the first");
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([
    ["First preset · edited", "from the twin"],
    ["First preset · edited (copy)", "from the first"],
  ]);
  expect(first.playground.store.getState().warning).toMatch(/changed in another tab/);
});

it("says once that nothing can be kept, and goes on", async () => {
  const broken: LayoutShelf = { ...createShelf(), save: () => Promise.reject(new Error("no storage")) };
  const { playground, keeper } = openTab(broken, createLocks()());
  playground.actions.documentChanged("one");
  await vi.runAllTimersAsync();
  expect(keeper.store.getState().status).toBe("failed");
  expect(playground.store.getState().warning).toMatch(/reload loses/);
  playground.actions.warn(null);
  playground.actions.documentChanged("two");
  await vi.runAllTimersAsync();
  expect(playground.store.getState().warning).toBeNull();
});

it("duplicates, opens and removes", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  playground.actions.documentChanged("original");
  await vi.runAllTimersAsync();
  const original = keeper.store.getState().id ?? "";
  await keeper.duplicate();
  playground.actions.documentChanged("copy, changed");
  await keeper.open(original);
  expect(playground.store.getState().text).toBe("original");
  expect(texts(shelf).map(([, text]) => text)).toEqual(["original", "copy, changed"]);
  await keeper.remove(original);
  await vi.runAllTimersAsync();
  expect(texts(shelf).map(([name]) => name)).toEqual(["First preset · edited (copy)"]);
  expect(keeper.store.getState()).toMatchObject({ id: null, status: "unchanged" });
  expect(playground.store.getState().text).toBe("original");
});

it("undo brings a document back into its own place, and no act of one is kept with another", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  const { actions } = playground;
  actions.documentChanged("mine");
  await vi.runAllTimersAsync();
  const mine = keeper.store.getState().id;
  actions.loadDocument({ text: "imported", scenario: null, presetId: null, keep: true, name: "Import" });
  await vi.runAllTimersAsync();
  actions.undo();
  await vi.runAllTimersAsync();
  expect(keeper.store.getState()).toMatchObject({ id: mine, name: "First preset · edited" });
  actions.redo();
  actions.documentChanged("imported, changed");
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([
    ["First preset · edited", "mine"],
    ["Import", "imported, changed"],
  ]);
});

it("undo leads back to a layout that was removed: its next change keeps it anew", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  const { actions } = playground;
  actions.documentChanged("mine");
  await vi.runAllTimersAsync();
  const mine = keeper.store.getState().id ?? "";
  actions.loadDocument({ text: "imported", scenario: null, presetId: null, keep: true, name: "Import" });
  await keeper.remove(mine);
  actions.undo();
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([
    ["Import", "imported"],
    ["First preset · edited", "mine"],
  ]);
  expect(playground.store.getState().warning).toBeNull();
});

it("keeps nothing of an example that is only looked at, also when all is saved at once", async () => {
  const shelf = createShelf();
  const { playground, keeper } = openTab(shelf, createLocks()());
  playground.actions.documentChanged("mine");
  await vi.runAllTimersAsync();
  playground.actions.loadDocument({ text: "example", scenario: null, presetId: "agent", name: "Agent" });
  await keeper.flush();
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([["First preset · edited", "mine"]]);
  expect(keeper.store.getState()).toMatchObject({ name: "Agent", id: null });
});

const MINE = '[{"role": "user", "content": "My own"}]';

it("keeps one's own text in the place of an example under no name of the example", async () => {
  const shelf = createShelf();
  const { playground } = openTab(shelf, createLocks()());
  playground.actions.loadDocument({
    text: "an example's text",
    scenario: null,
    presetId: "agent",
    name: "Agent",
  });
  await vi.runAllTimersAsync();
  playground.actions.documentChanged(MINE);
  await vi.runAllTimersAsync();
  expect(texts(shelf)).toEqual([["Untitled", MINE]]);
});
