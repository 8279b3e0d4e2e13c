/** Assumptions can be shown: each has a name of its own, a statement and a dated source. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { ASSUMPTIONS, findAssumption } from "./assumptions";

it("gives every assumption a unique id, a sentence and a dated source", () => {
  expect(new Set(ASSUMPTIONS.map(({ id }) => id)).size).toBe(ASSUMPTIONS.length);
  for (const { id, statement, source, asOf } of ASSUMPTIONS) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(ENGLISH.say(statement), id).toMatch(/^[A-Z].*\.$/);
    expect(source, id).toMatch(/^https:\/\//);
    expect(asOf, id).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

it("finds one by its id", () => {
  expect(ENGLISH.say(findAssumption("expiry-from-start")?.statement ?? "")).toContain("start of the request");
  expect(findAssumption("nothing")).toBeNull();
});

it("stand in docs/rules.md, all of them and word for word", () => {
  const docs = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  const listed = docs
    .slice(docs.indexOf("## Assumptions"))
    .split("\n")
    .filter((line) => line.startsWith("- "));
  expect(listed).toEqual(ASSUMPTIONS.map(({ id, statement }) => `- \`${id}\`: ${ENGLISH.say(statement)}`));
  const named = [...docs.matchAll(/assumptions? `([a-z0-9-]+)`/g)].map(([, id = ""]) => id);
  expect(named.filter((id) => findAssumption(id) === null)).toEqual([]);
});
