/** A client's requests per minute: so many at once, then evenly, and each client for itself. */
import { expect, it } from "vitest";
import { createRateLimit } from "./rate-limit";

function start(perMinute: number) {
  let time = 1_000_000;
  const limit = createRateLimit(perMinute, () => time);
  return { take: limit.take, wait: (ms: number) => (time += ms) };
}

it("lets a minute's requests through at once, and then says how long to wait", () => {
  const { take, wait } = start(60);
  expect(Array.from({ length: 60 }, () => take("a"))).toEqual(Array(60).fill(0));
  expect(take("a")).toBe(1);
  wait(1000);
  expect([take("a"), take("a")]).toEqual([0, 1]);
});

it("tells the seconds of a slow limit", () => {
  const { take, wait } = start(2);
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 30]);
  wait(29_000);
  expect(take("a")).toBe(1);
  wait(1000);
  expect(take("a")).toBe(0);
});

it("counts each client for itself, and saves no more than a minute up", () => {
  const { take, wait } = start(1);
  expect([take("a"), take("b"), take("a")]).toEqual([0, 0, 60]);
  wait(3_600_000);
  expect([take("a"), take("a")]).toEqual([0, 60]);
});

it("gives nothing for a clock that runs back", () => {
  const { take, wait } = start(1);
  expect(take("a")).toBe(0);
  wait(-10_000);
  expect(take("a")).toBe(60);
});

it("still limits a client after many others came and went", () => {
  const { take, wait } = start(1);
  for (let index = 0; index < 10_000; index += 1) take(`old ${index}`);
  wait(120_000);
  expect([take("a"), take("a")]).toEqual([0, 60]);
  for (let index = 0; index < 5000; index += 1) take(`new ${index}`);
  expect(take("a")).toBe(60);
});
