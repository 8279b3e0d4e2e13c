/** Models one by one, and a clear word on what the service has and the emulator does not play. */
import OpenAI from "openai";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, startEmulator } from "./fixtures/start-emulator";

let server: Awaited<ReturnType<typeof startEmulator>>;
let client: OpenAI;
beforeAll(async () => {
  server = await startEmulator(createWorld());
  client = new OpenAI({ apiKey: "sk", baseURL: `${server.origin}/compatible-mode/v1`, maxRetries: 0 });
});
afterAll(() => server.stop());

it("tells of one model what the list tells", async () => {
  const { data } = await client.models.list();
  for (const model of data.slice(0, 5)) expect(await client.models.retrieve(model.id)).toMatchObject(model);
});

it.each(["no-such-model", "qwen3.7-max/x", "%"])("knows no %s", async (id) => {
  const error = await client.models.retrieve(id).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OpenAI.NotFoundError);
  expect(error).toMatchObject({ code: "model_not_found" });
});

it("says in a sentence that embeddings and completions are not played", async () => {
  await expect(client.embeddings.create({ model: "text-embedding-v4", input: "x" })).rejects.toThrow(
    "The emulator does not play /embeddings: it answers chat, at /chat/completions.",
  );
  await expect(client.completions.create({ model: "qwen3-max", prompt: "x" })).rejects.toMatchObject({
    status: 404,
    error: { message: expect.stringContaining("/completions"), code: "not_found" },
  });
});
