/** Bodies as they come: whole, too slow, too many at one time; what is held is given back. */
import { afterEach, expect, it, vi } from "vitest";
import { createBodyRoom, DEFAULT_BODY_LIMITS, readBodyLimits } from "./body-limits";
import { holdBody, readBytes } from "./read-body";

afterEach(() => void vi.useRealTimers());

const roomOf = (changed: Partial<typeof DEFAULT_BODY_LIMITS> = {}) =>
  createBodyRoom({ ...DEFAULT_BODY_LIMITS, ...changed });

/** A sender that is told when to go on. */
function createSender() {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const cancel = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel,
  }) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return {
    sender: { body },
    cancel,
    push: (length: number) => controller?.enqueue(new Uint8Array(length)),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new Error("gone")),
  };
}

const textOf = (body: string) => new Request("http://localhost/", { method: "POST", body });

it("keeps small pieces together, in their order", async () => {
  const pieces = Array.from({ length: 5_000 }, (_, index) => new Uint8Array([index % 251]));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const room = roomOf();
  const held = await holdBody({ body }, 100_000, room);
  expect([held.length, room.held.count()]).toEqual([5_000, 5_000]);
  expect(held.whole()).toEqual(Uint8Array.from({ length: 5_000 }, (_, index) => index % 251));
  let count = 0;
  for await (const piece of held.take()) count += piece.length > 0 ? 1 : 0;
  expect(count).toBe(1);
  expect(room.held.count()).toBe(0);
});

it("gives up on a sender that stands still, and on one that trickles", async () => {
  vi.useFakeTimers();
  const { sender, cancel, push } = createSender();
  const still = expect(readBytes(sender, 1000, roomOf({ idleMs: 50 }))).rejects.toMatchObject({
    code: "late",
  });
  push(1);
  await vi.advanceTimersByTimeAsync(51);
  await still;
  // A stream that is cancelled would end the connection before the answer.
  expect(cancel).not.toHaveBeenCalled();

  const slow = createSender();
  const room = roomOf({ idleMs: 50, wholeMs: 200 });
  const trickled = expect(readBytes(slow.sender, 1000, room)).rejects.toMatchObject({ code: "late" });
  for (let count = 0; count < 8; count += 1) {
    slow.push(1);
    await vi.advanceTimersByTimeAsync(40);
  }
  await trickled;
  expect(room.held.count()).toBe(0);
});

it("does not count the time that its taker takes", async () => {
  vi.useFakeTimers();
  const { sender, push, end } = createSender();
  const room = roomOf({ idleMs: 50, wholeMs: 100 });
  const body = holdBody(sender, 1000, room);
  push(3);
  end();
  const { take } = await body;
  const pieces = take();
  await vi.advanceTimersByTimeAsync(500);
  expect((await pieces.next()).value).toHaveLength(3);
});

it("holds no more than there is room for, and gives all of it back", async () => {
  const room = roomOf({ heldBytes: 10 });
  const first = await holdBody(textOf("12345678"), 100, room);
  await expect(readBytes(textOf("123"), 100, room)).rejects.toMatchObject({ code: "full" });
  expect(room.held.count()).toBe(8);
  first.release();
  first.release();
  expect(room.held.count()).toBe(0);
  expect(await readBytes(textOf("123"), 100, room)).toHaveLength(3);
  await expect(readBytes(textOf("123"), 2, room)).rejects.toMatchObject({ code: "too_large" });
  const { sender, push, breakOff } = createSender();
  const cut = expect(readBytes(sender, 100, room)).rejects.toMatchObject({ code: "cut" });
  push(4);
  breakOff();
  await cut;
  expect(room.held.count()).toBe(0);
});

it("holds nothing of a body that is told to be too large", async () => {
  const room = roomOf({ heldBytes: 1 });
  const request = new Request("http://localhost/", {
    method: "POST",
    body: "12345",
    headers: { "content-length": "5" },
  });
  await expect(readBytes(request, 4, room)).rejects.toMatchObject({ code: "too_large" });
});

it("gives back what a taker leaves", async () => {
  const room = roomOf();
  const body = await holdBody(textOf("a".repeat(100_000)), 100_000, room);
  for await (const _piece of body.take()) break;
  expect(room.held.count()).toBe(0);
});

it("reads its limits, and names a wrong one", () => {
  expect(readBodyLimits({})).toEqual(DEFAULT_BODY_LIMITS);
  const env = { PLAYGROUND_BODY_SECONDS: "9", PLAYGROUND_BODY_IDLE_SECONDS: "2", PLAYGROUND_BODY_MB: "1" };
  expect(readBodyLimits(env)).toEqual({ wholeMs: 9000, idleMs: 2000, heldBytes: 1_048_576 });
  expect(() => readBodyLimits({ PLAYGROUND_BODY_MB: "0" })).toThrow(/PLAYGROUND_BODY_MB must be .* from 1/);
});
