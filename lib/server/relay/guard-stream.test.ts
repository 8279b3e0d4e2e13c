/** A guarded stream passes every chunk on, ends by itself, and says so once. */
import { expect, it, vi } from "vitest";
import { guardStream } from "./guard-stream";

const LONG = 60_000;
const chunk = (text: string) => new TextEncoder().encode(text);

function start(
  source: UnderlyingDefaultSource<Uint8Array>,
  times: { firstMs?: number; idleMs?: number } = {},
) {
  const onEnd = vi.fn();
  const stream = guardStream(new ReadableStream(source), { firstMs: LONG, idleMs: LONG, onEnd, ...times });
  return { stream, onEnd };
}

it("passes all on and ends", async () => {
  const { stream, onEnd } = start({
    start(controller) {
      for (const text of ["a", "b", "c"]) controller.enqueue(chunk(text));
      controller.close();
    },
  });
  expect(onEnd).not.toHaveBeenCalled();
  expect(await new Response(stream).text()).toBe("abc");
  expect(onEnd).toHaveBeenCalledOnce();
});

it("fails without the source's words when the source fails", async () => {
  const { stream, onEnd } = start({
    pull: () => {
      throw new Error("sk-secret");
    },
  });
  await expect(new Response(stream).text()).rejects.toThrow(/^The answer broke off\.$/);
  expect(onEnd).toHaveBeenCalledOnce();
});

it("lets go of the source when the taker leaves", async () => {
  const cancel = vi.fn();
  const { stream, onEnd } = start({ start: (controller) => controller.enqueue(chunk("a")), cancel });
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(cancel).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledOnce();
});

it.each([
  ["before the first chunk", { firstMs: 5 }, []],
  ["between two chunks", { idleMs: 5 }, ["a"]],
])("breaks off a source that stands still %s", async (_name, times, texts) => {
  const cancel = vi.fn();
  const { stream, onEnd } = start(
    {
      start(controller) {
        for (const text of texts) controller.enqueue(chunk(text));
      },
      cancel,
    },
    times,
  );
  await expect(new Response(stream).text()).rejects.toThrow("broke off");
  expect(cancel).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledOnce();
});

it("breaks off when the taker stands still", async () => {
  const over = new Promise<void>((resolve) => {
    const source = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk("a")) });
    const stream = guardStream(source, { firstMs: LONG, idleMs: 5, onEnd: resolve });
    void stream.getReader().read();
  });
  await over;
});
