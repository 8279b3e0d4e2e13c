/** The tap leaves a stream as it is, whatever its onlooker does. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type StreamEnding, tapStream } from "./tap-stream";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });

function streamOf(chunks: readonly Uint8Array[], fault?: Error): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(chunk);
      else if (fault) controller.error(fault);
      else controller.close();
    },
  });
}

it("passes every chunk on and shows it to the onlooker", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bytes), async (chunks) => {
      const seen: Uint8Array[] = [];
      const endings: StreamEnding[] = [];
      const tap = {
        onChunk: (chunk: Uint8Array) => void seen.push(chunk),
        onEnd: (how: StreamEnding) => void endings.push(how),
      };
      const passed: Uint8Array[] = [];
      for await (const chunk of tapStream(streamOf(chunks), tap)) passed.push(chunk);
      expect(passed).toEqual(chunks);
      expect(seen).toEqual(chunks);
      expect(endings).toEqual(["ended"]);
    }),
  );
});

it("does not mind an onlooker that throws", async () => {
  const fault = () => {
    throw new Error("onlooker");
  };
  const source = streamOf([new Uint8Array([1]), new Uint8Array([2])]);
  const whole = await new Response(tapStream(source, { onChunk: fault, onEnd: fault })).arrayBuffer();
  expect([...new Uint8Array(whole)]).toEqual([1, 2]);
});

it("passes a fault on, and tells it once", async () => {
  const endings: StreamEnding[] = [];
  const tap = { onChunk: () => undefined, onEnd: (how: StreamEnding) => void endings.push(how) };
  const reader = tapStream(streamOf([new Uint8Array([1])], new Error("cut")), tap).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow("cut");
  expect(endings).toEqual(["broken"]);
});

it("lets the source go when its taker leaves", async () => {
  let isCancelled = false;
  const endings: StreamEnding[] = [];
  const source = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array([1])),
    cancel: () => {
      isCancelled = true;
    },
  });
  const tap = { onChunk: () => undefined, onEnd: (how: StreamEnding) => void endings.push(how) };
  const reader = tapStream(source, tap).getReader();
  await reader.read();
  await reader.cancel();
  expect([isCancelled, endings]).toEqual([true, ["left"]]);
});
