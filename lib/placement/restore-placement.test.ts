/** Whatever a link brings becomes a valid placement or none. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { PLACEMENTS } from "./known-placements";
import { restorePlacement } from "./restore-placement";

it("brings every known placement back as it was", () => {
  for (const { placement } of PLACEMENTS) {
    expect(restorePlacement(JSON.parse(JSON.stringify(placement)))).toEqual(placement);
  }
  expect(restorePlacement({ kind: "as-drawn", more: 1 })).toEqual({ kind: "as-drawn" });
});

it.each([
  [null],
  ["none"],
  [[]],
  [{}],
  [{ kind: "other" }],
  [{ kind: "anchors" }],
  [{ kind: "anchors", anchors: {} }],
])("refuses %j", (value) => {
  expect(restorePlacement(value)).toBeNull();
});

it("leaves out anchors that make no sense, and keeps to its bounds", () => {
  const anchors = [
    { kind: "system", more: 1 },
    { kind: "other" },
    { kind: "last", back: -1 },
    { kind: "last", back: 2 },
    { kind: "pin" },
    { kind: "pin", pointer: "/messages/0".padEnd(2000, "0") },
    { kind: "before-end", blocks: 0.5 },
    7,
    { kind: "first-user" },
  ];
  expect(restorePlacement({ kind: "anchors", name: "n".repeat(500), anchors })).toEqual({
    kind: "anchors",
    name: "n".repeat(200),
    anchors: [{ kind: "system" }, { kind: "last", back: 2 }],
  });
});

it("never throws, and takes its own result as it is", () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({
      kind: fc.constantFrom("anchors", "none"),
      name: fc.anything(),
      anchors: fc.array(fc.anything()),
    }),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const placement = restorePlacement(value);
      expect(placement === null ? null : restorePlacement(placement)).toEqual(placement);
    }),
  );
});
