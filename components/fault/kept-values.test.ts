/** Everything that the page's files store is either told on the page of a fault, or is a mere word or a key. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KEPT_VALUES, listKept, removeKept, writeKeptFile } from "./kept-values";

/** Compared or shown as they are, or secret: the theme's name stands in a file of `components/ui`. */
const WORDS_AND_KEYS = [
  "live-run-key",
  "theme",
  "purpose-line",
  "own-vocabulary",
  "set-aside-layouts",
  "lesson-from",
];

/** Named by the library of the panels, not by us. */
const FOREIGN = ["react-resizable-panels:map-columns"];

function namesInFiles(): string[] {
  const paths = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((name) =>
    /^(?!fault\/).*(?<!\.test)\.tsx?$/.test(name),
  );
  const texts = paths.map((path) => readFileSync(join("components", path), "utf8"));
  return texts
    .filter((text) => /(local|session)Storage\.setItem/.test(text))
    .flatMap((text) => [...text.matchAll(/^const (?:KEY|STORAGE_KEY|RUN|AUDIT|DRAFT) = "([^"]+)"/gm)])
    .map(([, name = ""]) => name);
}

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
}

beforeEach(() => {
  vi.stubGlobal("localStorage", memory());
  vi.stubGlobal("sessionStorage", memory());
});
afterEach(() => vi.unstubAllGlobals());

it("names what every file of the page stores", () => {
  const told = KEPT_VALUES.map(({ name }) => name).filter((name) => !FOREIGN.includes(name));
  expect(namesInFiles().sort()).toEqual([...told, ...WORDS_AND_KEYS].sort());
});

it("lists what a page has, writes it into a file and takes just that away", () => {
  sessionStorage.setItem("audit", '{"version":2}');
  sessionStorage.setItem("probe-run", "{broken");
  sessionStorage.setItem("live-run-key", "sk-secret");
  localStorage.setItem("findings", "{}");
  expect(listKept("/audit").map(({ name }) => name)).toEqual(["audit"]);
  expect(listKept("/layers")).toEqual([]);
  expect(listKept("/").map(({ name }) => name)).toEqual(["findings"]);
  expect(listKept("/s/short").map(({ name }) => name)).toEqual(["findings"]);
  const kept = listKept("/probes");
  expect(JSON.parse(writeKeptFile(kept, "#said"))).toEqual({
    address: "#said",
    kept: { "probe-run": "{broken", findings: {} },
  });
  removeKept(kept);
  expect(listKept("/probes")).toEqual([]);
  expect([sessionStorage.getItem("audit"), sessionStorage.getItem("live-run-key")]).toEqual([
    '{"version":2}',
    "sk-secret",
  ]);
});

it("has nothing to tell where the browser keeps nothing for the page", () => {
  vi.stubGlobal("localStorage", {
    getItem() {
      throw new Error("closed");
    },
  });
  expect(listKept("/learn/clock/3")).toEqual([]);
});
