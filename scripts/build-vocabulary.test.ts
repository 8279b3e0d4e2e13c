/** The committed vocabularies are what the npm packages give. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("verifies the committed files against the packages", { timeout: 60_000 }, () => {
  const output = execFileSync(process.execPath, ["scripts/build-vocabulary.mjs", "--check"], {
    encoding: "utf8",
  });
  const lines = ["qwen3", "o200k_base", "deepseek_v3"].map(
    (name) => `${name}\\.[0-9a-f]{12}\\.gz is what [@\\w/-]+ [\\d.]+ gives\\.\n`,
  );
  expect(output).toMatch(new RegExp(`^${lines.join("")}$`));
});
