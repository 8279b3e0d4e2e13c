/** Examples, undo and one's own text: what is kept under which name when documents take each other's place. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLocks, createShelf, openTab, texts } from "./fixtures/open-tab";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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
