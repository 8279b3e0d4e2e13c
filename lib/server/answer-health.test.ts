/** Health is what the storage can do at the moment, said without secrets, and tried no more than once a second. */
import { expect, it } from "vitest";
import { answerHealth } from "./answer-health";
import { createMemoryStore } from "./emulator/fixtures/memory-store";
import type { Store } from "./storage/store";

function start(openStore: () => Promise<Store>) {
  const clock = { ms: 0 };
  const options = { openStore, version: "1.2.3", uptime: () => 61.9, now: () => clock.ms };
  return { clock, ask: answerHealth(options) };
}

it("says that the server works, which version it is and how long it has run", async () => {
  const { ask } = start(async () => createMemoryStore());
  const answer = await ask();
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.json()).toEqual({ status: "ok", storage: "ok", version: "1.2.3", uptime: 61 });
});

it("is unavailable while the storage is, without saying where that is", async () => {
  let isAway = true;
  const store = createMemoryStore();
  const { ask, clock } = start(async () => {
    if (isAway) throw new Error("redis://secret@10.0.0.7 is away");
    return store;
  });
  const answer = await ask();
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ status: "unavailable", storage: "unavailable" });
  expect(text).not.toMatch(/secret|10\.0/);
  isAway = false;
  clock.ms += 1000;
  expect((await ask()).status).toBe(200);
});

it("tries the storage once a second, however many ask", async () => {
  let tries = 0;
  const { ask, clock } = start(async () => {
    tries += 1;
    return createMemoryStore();
  });
  await Promise.all(Array.from({ length: 1000 }, ask));
  expect(tries).toBe(1);
  clock.ms += 1000;
  await ask();
  expect(tries).toBe(2);
});
