/** Assumptions can be shown: each has a name of its own, a statement and a dated source. */
import { expect, it } from "vitest";
import { ASSUMPTIONS, findAssumption } from "./assumptions";

it("gives every assumption a unique id, a sentence and a dated source", () => {
  expect(new Set(ASSUMPTIONS.map(({ id }) => id)).size).toBe(ASSUMPTIONS.length);
  for (const { id, statement, source, asOf } of ASSUMPTIONS) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(statement, id).toMatch(/^[A-Z].*\.$/);
    expect(source, id).toMatch(/^https:\/\//);
    expect(asOf, id).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

it("finds one by its id", () => {
  expect(findAssumption("expiry-from-start")?.statement).toContain("start of the request");
  expect(findAssumption("nothing")).toBeNull();
});
