/** What is kept, when, and that no tab overwrites another: with a shelf in memory that several keepers share. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { createLocks, createShelf, openTab, texts } from "./fixtures/open-tab";
import type { LayoutShelf } from "./layout-shelf";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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

it("a layout that was set aside opens when it is asked for, and not by itself", async () => {
  const shelf = createShelf();
  const first = openTab(shelf, createLocks()());
  first.playground.actions.documentChanged("breaks the page");
  await vi.runAllTimersAsync();
  const [id = ""] = [...shelf.kept.keys()];
  const later = openTab(shelf, createLocks()(), { aside: new Set([id]) });
  expect(await later.keeper.resume()).toBe(false);
  await later.keeper.open(id);
  expect(later.playground.store.getState().text).toBe("breaks the page");
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
  expect(ENGLISH.say(first.playground.store.getState().warning ?? "")).toMatch(/changed in another tab/);
});

it("says once that nothing can be kept, and goes on", async () => {
  const broken: LayoutShelf = { ...createShelf(), save: () => Promise.reject(new Error("no storage")) };
  const { playground, keeper } = openTab(broken, createLocks()());
  playground.actions.documentChanged("one");
  await vi.runAllTimersAsync();
  expect(keeper.store.getState().status).toBe("failed");
  expect(ENGLISH.say(playground.store.getState().warning ?? "")).toMatch(/reload loses/);
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
