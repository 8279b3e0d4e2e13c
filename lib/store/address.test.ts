/** An address says what is looked at and comes back as it was written; whatever else stands there does no harm. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { REGIONS } from "../offers/regions";
import { SORT_ORDERS } from "../pipeline/rank-systems";
import { SYSTEM_KINDS } from "../systems/comparable";
import { presets } from "../timeline/presets/presets";
import {
  type Address,
  FIRST_LOOK,
  readAddress,
  SHEETS,
  TABS,
  VIEWS,
  writeAddress,
  writeDocument,
} from "./address";

const documents = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant("example" as const),
    id: fc.constantFrom(...presets.map(({ id }) => id)),
    region: fc.constantFrom(null, ...REGIONS.map(({ id }) => id)),
  }),
  fc.record({ kind: fc.constant("link" as const), code: fc.stringMatching(/^v1\.[\w-]{1,40}$/) }),
);

const addresses: fc.Arbitrary<Address> = fc.record({
  document: documents,
  turn: fc.nat(2000),
  view: fc.constantFrom(...VIEWS),
  sheet: fc.constantFrom(null, ...SHEETS),
  tab: fc.constantFrom(null, ...TABS),
  sort: fc.constantFrom(...SORT_ORDERS),
  kinds: fc.subarray([...SYSTEM_KINDS]),
});

it("comes back as it was written", () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(`#${writeAddress(address)}`)).toEqual(address);
    }),
  );
});

it("takes any fragment", () => {
  fc.assert(
    fc.property(fc.string(), (fragment) => {
      const address = readAddress(fragment);
      expect(VIEWS).toContain(address.view);
      expect(address.turn).toBeGreaterThanOrEqual(0);
    }),
  );
});

it.each([
  ["", { document: null, turn: 0, view: "map", sheet: null, tab: null }],
  ["#example=agent&request=7&view=table&tab=problems", { turn: 6, view: "table", tab: "problems" }],
  ["#request=0&view=clouds&tab=&sheet=bed", { document: null, turn: 0, view: "map", sheet: null, tab: null }],
  ["#request=1e99", { turn: 0 }],
  ["#example=nobody", { document: null }],
  ["#example=agent&region=moon", { document: { kind: "example", id: "agent", region: null } }],
  ["#v1.abc&request=2", { document: { kind: "link", code: "v1.abc" }, turn: 1 }],
  ["#sheet=compare&sort=name&kinds=rented,none,rented", { sort: "name", kinds: ["rented"] }],
  ["#sort=luck&kinds=", { sort: "cost", kinds: [] }],
  ["#gibberish", { document: { kind: "link", code: "gibberish" } }],
])("reads %s", (fragment, expected) => {
  expect(readAddress(fragment)).toMatchObject(expected);
});

it("tells nothing that is as at first", () => {
  const look = FIRST_LOOK;
  expect(writeAddress({ document: null, ...look })).toBe("");
  const document = { kind: "example", id: "agent", region: null } as const;
  expect(writeAddress({ document, ...look, turn: 6 })).toBe("example=agent&request=7");
  expect(writeDocument(document)).toBe("example=agent");
});
