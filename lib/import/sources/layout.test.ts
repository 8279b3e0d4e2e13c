/** A layout comes back from its file and from its link as it was. */
import { expect, it } from "vitest";
import { encodeShare } from "../../share/codec";
import { writeLayoutFile } from "../../share/layout-file";
import { DEFAULT_LAYOUT } from "../../share/shared-layout";
import { importAll, reasonOf } from "../fixtures/read-fixture";

const layout = { ...DEFAULT_LAYOUT, text: '{ "messages": [] } // kept', rulesAsOf: "2026-11-21" };

it("reads a file", async () => {
  const imported = await importAll(writeLayoutFile(layout));
  expect(imported).toMatchObject({ kind: "layout", layout });
});

it("reads a link and its fragment, with or without the sign", async () => {
  const fragment = await encodeShare(layout);
  for (const text of [fragment, `#${fragment}`, `https://example.com/embed#${fragment}\n`]) {
    expect((await importAll(text)).layout).toEqual(layout);
  }
});

it.each<[string, string, RegExp]>([
  ["a damaged link", "https://example.com/#v1.abc", /damaged/],
  ["a newer link", "v99.abc", /newer version/],
  ["an address that carries nothing", "https://example.com/s/abc", /does not contain a layout/],
  ["a file without a request", '{"kind": "prompt-cache-layout", "version": 1, "text": 5}', /no request/],
])("refuses %s", async (_name, text, reason) => {
  expect(await reasonOf(text)).toMatch(reason);
});
