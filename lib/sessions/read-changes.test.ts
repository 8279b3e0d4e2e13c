/** Pages of a recording come together as one answer: what changed between two of them counts once, as it is last. */
import { expect, it } from "vitest";
import { readChanges } from "./read-changes";

const page = (version: number, numbers: readonly (readonly [number, string])[], after?: string): Response =>
  Response.json({
    version,
    exchanges: numbers.map(([number, path]) => ({ number, path })),
    ...(after ? { after } : {}),
  });

it("asks on behind each page until there is no other", async () => {
  const asked: string[] = [];
  const pages = [
    page(
      2,
      [
        [1, "old"],
        [3, "c"],
      ],
      "3-3",
    ),
    page(4, [[2, "b"]], "5-2"),
    page(7, [[1, "new"]]),
  ];
  const read = await readChanges(async (query) => {
    asked.push(query);
    return pages.shift() ?? Response.error();
  }, "version=0&wait=1");
  expect(asked).toEqual(["version=0&wait=1", "version=0&wait=1&after=3-3", "version=0&wait=1&after=5-2"]);
  expect(read).toEqual({
    ok: true,
    answer: {
      version: 7,
      exchanges: [
        { number: 1, path: "new" },
        { number: 2, path: "b" },
        { number: 3, path: "c" },
      ],
    },
  });
});

it("ends at a page that is refused", async () => {
  const pages = [page(2, [[1, "a"]], "2-1"), new Response("{}", { status: 503 })];
  const read = await readChanges(async () => pages.shift() ?? Response.error(), "version=0");
  expect(read.ok ? 200 : read.response.status).toBe(503);
});
