/** The architecture, enforced on import statements: the arrows between folders, purity, and small files. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

/** Arrows: a file may import from its own folder and from folders of a lower rank. */
const RANKS = [
  "words",
  "values",
  "prompt offers",
  "answers",
  "tokens",
  "changing",
  "layout",
  "reasons",
  "systems glossary",
  "bill",
  "lint timeline",
]
  .concat(
    "placement redact compare",
    "share layers",
    "import export connect",
    "pipeline",
    "api run savings",
    "audit probes sessions",
  )
  .concat("worker", "store server", "lessons", "components", "app")
  .flatMap((folders, rank) => folders.split(" ").map((folder) => [folder, rank] as const));
const rankOf = new Map<string, number>(RANKS);

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.(tsx?|mjs|css)$/.test(path));

const files = ["app", "components", "lib", "e2e", "scripts"].flatMap(listFiles).map((path) => {
  const text = readFileSync(path, "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "");
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^\s*import\s+()"([^"]+)"|(?<!typeof )\bimport\(()"([^"]+)"/gm,
  );
  const imports = [...statements].map((found) => {
    const to = found[2] ?? found[4] ?? found[6] ?? "";
    const target = to.startsWith(".") ? normalize(join(dirname(path), to)) : to;
    return { target, folder: folderOf(target), typeOnly: found[1] !== undefined };
  });
  return { path, text, code, imports, folder: folderOf(path), isTest: /\.test\.tsx?$/.test(path) };
});

function folderOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? second : top;
}

// Fixtures serve tests alone and may read files.
const sources = files.filter(({ path, isTest }) => !isTest && !path.includes("/fixtures/"));
const pure = sources.filter(({ path }) => /^lib\/(?!server\/)/.test(path) && !path.endsWith(".worker.ts"));
const broken = (list: typeof files, isBroken: (file: (typeof files)[number]) => boolean) =>
  list.filter(isBroken).map(({ path }) => path);

it("follows the arrows", () => {
  const wrong = files.flatMap(({ path, folder, imports }) =>
    imports
      .filter((to) => to.folder !== folder && rankOf.has(folder) && rankOf.has(to.folder))
      .filter((to) => (rankOf.get(to.folder) ?? 0) >= (rankOf.get(folder) ?? 0))
      .map((to) => `${path} imports ${to.target}`),
  );
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(files.length);
  expect(wrong).toEqual([]);
});

it("is drawn in the architecture as it is", () => {
  const block = readFileSync("docs/architecture.md", "utf8").match(/```\n(words ←[^`]*)```/)?.[1] ?? "";
  const chains = block
    .trim()
    .split("\n")
    .map((line) => line.split(" ← ").map((folders) => folders.split(", ")));
  expect(new Set(chains.flat(2))).toEqual(new Set(rankOf.keys()));
  for (const chain of chains) {
    const ranks = chain.map((folders) => [...new Set(folders.map((folder) => rankOf.get(folder)))]);
    expect(ranks.filter(({ length }) => length !== 1)).toEqual([]);
    expect(ranks.flat()).toEqual([...new Set(ranks.flat())].toSorted((a = 0, b = 0) => a - b));
  }
});

it("lets only the routes import the server's files", () => {
  const outside = files.filter(({ folder }) => folder !== "server" && folder !== "app");
  expect(broken(outside, ({ imports }) => imports.some((to) => to.folder === "server"))).toEqual([]);
});

it("keeps React, Next, Monaco and Node out of lib", () => {
  const foreign = /^(react|next|monaco|@monaco|@dnd-kit|node:|zustand$|zustand\/(?!vanilla))/;
  expect(broken(pure, ({ imports }) => imports.some(({ target }) => foreign.test(target)))).toEqual([]);
});

it("keeps clocks, chance, the environment and the browser out of lib", () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bfetch\(|\b(local|session)Storage\b|\bwindow\./;
  expect(broken(pure, ({ code }) => impure.test(code))).toEqual([]);
});

it("loads Monaco in one place", () => {
  const others = files.filter(({ path }) => !/^components\/editor\/monaco[^/]*\.ts$/.test(path));
  const loads = (file: (typeof files)[number]) =>
    file.imports.some(({ target, typeOnly }) => /^monaco-editor(\/|$)/.test(target) && !typeOnly);
  expect(broken(others, loads)).toEqual([]);
});

it("has no barrels and no drawers", () => {
  const names = /^(index|utils?|helpers?|constants?|types)\.\w+$/;
  expect(broken(files, ({ path }) => names.test(basename(path)))).toEqual([]);
});

it("has no file over 300 lines", () => {
  expect(broken(files, ({ text }) => text.trimEnd().split("\n").length > 300)).toEqual([]);
});

it("begins every file with a sentence that says what it is for", () => {
  const first = /^("use \w+";\s+)?(\/\*\*|\/\/|\/\*) ?\S[^\n]{10,}/;
  const named = files.filter(({ path }) => /^(lib|components)\/.*\.tsx?$/.test(path));
  expect(broken(named, ({ text }) => !first.test(text))).toEqual([]);
});
