/** The server's vocabularies: the built-in one, the operator's, and a wrong one, which is told and not passed over. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { findModel } from "../offers/catalogue";
import { makeTokenizer } from "../tokens/fixtures/small-tokenizer";

const folder = mkdtempSync(join(tmpdir(), "tokenizer-"));
const written = vi.spyOn(process.stderr, "write");

function writeFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The server as it starts: counters are kept per process. */
async function start(path: string) {
  vi.resetModules();
  vi.stubEnv("PLAYGROUND_TOKENIZER", path);
  const { loadCounters } = await import("./vocabulary");
  const { answerSafely } = await import("./answer-post");
  const ask = (): Promise<Response> =>
    answerSafely(new Request("http://localhost/api/x"), "/api/x", async () => {
      const counterFor = await loadCounters();
      const { name, origin } = counterFor(null);
      return Response.json({ name, origin, qwen3: counterFor(findModel("qwen3-max")).origin });
    });
  return ask;
}

beforeEach(() => {
  written.mockReset().mockReturnValue(true);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  written.mockRestore();
  rmSync(folder, { recursive: true });
});

it("has the built-in vocabulary where nothing is set", async () => {
  const ask = await start("");
  expect(await (await ask()).json()).toEqual({ name: "qwen3", origin: "built-in", qwen3: "built-in" });
});

it("counts later models with the operator's tokenizer.json", async () => {
  const ask = await start(writeFile("mine.json", JSON.stringify(makeTokenizer())));
  expect(await (await ask()).json()).toEqual({ name: "mine.json", origin: "own", qwen3: "built-in" });
  expect(written).not.toHaveBeenCalled();
});

it.each([
  ["a cut file", () => writeFile("cut.json", '{"model": {'), "cut off"],
  ["another tokenizer", () => writeFile("other.json", '{"model": {"type": "WordPiece"}}'), "WordPiece"],
  ["a file that is not there", () => join(folder, "absent.json"), "ENOENT"],
  ["a folder", () => folder, "not a file"],
])("answers 503 to every request for %s, and says so once on stderr", async (_name, make, words) => {
  const path = make();
  const ask = await start(path);
  for (let times = 0; times < 2; times++) {
    const response = await ask();
    expect(response.status).toBe(503);
    const { error } = await response.json();
    expect(error).toEqual({ code: "tokenizer_invalid", message: expect.stringContaining(words) });
    expect(error.message).not.toContain(folder);
  }
  expect(written).toHaveBeenCalledOnce();
  const line = String(written.mock.calls[0]?.[0]);
  expect(line).toContain(words);
  expect(line).toMatch(/^PLAYGROUND_TOKENIZER=[^\n]+, then start the server again\.\n$/);
  expect(line).toContain(path);
});
