/** Bodies that are made to keep a server busy are answered or refused in a sentence, and others are served meanwhile. */
import { expect, test } from "@playwright/test";

const BODIES: readonly [name: string, status: number, words: RegExp, body: () => string][] = [
  ["megabytes of open brackets", 400, /nested deeper than/, () => "[".repeat(9_000_000)],
  ["megabytes that are no JSON", 400, /^Line 1, column /, () => `{"messages": [${"1 ".repeat(1_000_000)}`],
  ["more than is read", 413, /larger than 10 MB/, () => "a".repeat(10_500_000)],
];

for (const [name, status, words, data] of BODIES) {
  for (const path of ["/api/v1/analyze", "/api/v1/simulate", "/api/v1/compare"]) {
    test(`${path}: ${name}`, async ({ request }) => {
      const headers = { "content-type": "application/json" };
      const [answer, icon] = await Promise.all([
        request.post(path, { headers, data: Buffer.from(data()) }),
        request.get("/icon.svg"),
      ]);
      expect(icon.status()).toBe(200);
      expect(answer.status()).toBe(status);
      expect((await answer.json()).error.message).toMatch(words);
    });
  }
}

test("the emulator refuses them in the service's own shape", async ({ request }) => {
  const answer = await request.post("/emulator/compatible-mode/v1/chat/completions", {
    headers: { "content-type": "application/json", authorization: "Bearer sk-test" },
    data: Buffer.from("[".repeat(9_000_000)),
  });
  expect(answer.status()).toBe(400);
  expect((await answer.json()).error).toMatchObject({
    code: "invalid_parameter_error",
    message: expect.stringContaining("nested deeper than"),
  });
});
