/** What docs/deploy.md says of settings and routes is all there is, and both languages show the same configuration. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const editions = ["docs/deploy.md", "docs/zh/deploy.md"] as const;
const texts = editions.map((path) => readFileSync(path, "utf8"));

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter(
      (path) =>
        /\.(?:ts|mjs)$/.test(path) && !/\.test\.ts$|fixtures|bench|clients|scripts[\\/]test/.test(path),
    );

/** Names of settings in the server's own sources; some are put together from a beginning and an end. */
function listSettings(): Set<string> {
  const found = new Set<string>();
  for (const path of ["next.config.ts", ...["app", "lib/server", "scripts"].flatMap(listFiles)]) {
    const text = readFileSync(path, "utf8");
    for (const [name] of text.matchAll(/PLAYGROUND_[A-Z_]*[A-Z]\b/g)) found.add(name);
    const start = /`(PLAYGROUND_[A-Z]+_)\$\{name\}`/.exec(text)?.[1];
    if (!start) continue;
    for (const [, end] of text.matchAll(/(?:count|seconds)\("([A-Z_]+)"/g)) found.add(start + end);
  }
  return found;
}

/** The first column of the table of settings. */
const listDocumented = (text: string): string[] =>
  [...text.matchAll(/^\| `((?:PLAYGROUND|DASHSCOPE)_[A-Z_]+)` \|/gm)].map((row) => row[1] ?? "");

it("names every setting that there is", () => {
  const settings = listSettings();
  expect(settings.size).toBeGreaterThan(25);
  expect(settings).toContain("PLAYGROUND_RELAY_FIRST_BYTE_SECONDS");
  for (const text of texts) {
    const documented = new Set(listDocumented(text));
    expect([...settings].filter((name) => !documented.has(name))).toEqual([]);
  }
});

it("shows the same configuration and the same settings in both languages", () => {
  const [english = "", chinese = ""] = texts;
  const blocks = (text: string) => text.match(/```[a-z]+\n[^`]+```/g) ?? [];
  expect(blocks(english).length).toBeGreaterThan(7);
  expect(blocks(chinese)).toEqual(blocks(english));
  const rows = (text: string) =>
    [...text.matchAll(/^\| `([A-Z_]+)` \| (\S+)/gm)].map(([, name, standard]) => [
      name,
      /\d/.test(standard ?? "") ? standard : "",
    ]);
  expect(rows(chinese)).toEqual(rows(english));
});

it("has a unit that systemd understands", ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), "unit-"));
  const path = join(folder, "prompt-cache-playground.service");
  const unit = /```ini\n([^`]+)```/.exec(texts[0] ?? "")?.[1] ?? "";
  // The one part that differs from machine to machine.
  writeFileSync(path, unit.replace("/usr/bin/node", process.execPath));
  const { error, stderr } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  skip(error !== undefined, "There is no systemd-analyze here: the unit is not verified.");
  expect(unit).toContain("[Service]");
  expect(stderr.split("\n").filter((line) => line.includes("prompt-cache-playground.service"))).toEqual([]);
});
