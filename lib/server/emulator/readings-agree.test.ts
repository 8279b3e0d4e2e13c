/** Under every reading the emulator bills what the simulator plays, on small conversations made at random. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { simulateBody } from "../../api/simulate-body";
import { type Readings, SWITCH_IDS, SWITCHES } from "../../offers/readings";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { ask, createWorld } from "./fixtures/start-emulator";

const counterFor = loadTestCounters();

/** Those that change what is in one chat of one key, and nothing else that the emulator steers by itself. */
const LEFT_OUT = ["second-key", "second-workspace", "second-region", "at-once", "qwen4-automatic-field"];
const played = SWITCH_IDS.filter((id) => !LEFT_OUT.includes(id) && !id.startsWith("implicit"));
const cases = played.flatMap((id) => SWITCHES[id].readings.map((reading) => ({ [id]: reading }) as Readings));

const text = fc.constantFrom("The quick brown fox jumps. ".repeat(60), "Yes. ", "Go on. ".repeat(30));
const part = fc.record({ text, isMarked: fc.boolean() });
const message = fc.array(part, { minLength: 1, maxLength: 3 });

const write = (messages: readonly (readonly { text: string; isMarked: boolean }[])[]) =>
  messages.map((parts, index) => ({
    role: index === 0 ? "system" : index % 2 === 1 ? "user" : "assistant",
    content: parts.map(({ text: words, isMarked }) => ({
      type: "text",
      text: words,
      ...(isMarked ? { cache_control: { type: "ephemeral", ttl: "1h" } } : {}),
    })),
  }));

it.each(cases)("%j", async (readings) => {
  const header = Object.entries(readings)
    .map(([id, reading]) => `${id}=${reading}`)
    .join(",");
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 2, maxLength: 6 }),
      fc.constantFrom("qwen3-max", "qwen3.7-max", "qwen4-max"),
      fc.constantFrom(10, 310, 700),
      async (messages, model, gap) => {
        const all = write(messages);
        const body = (count: number) => ({ model, max_tokens: 5, messages: all.slice(0, count) });
        const bodies = [body(2), body(all.length), body(all.length)];
        const requests = bodies.map((each, index) => ({ at: index * gap, body: each }));
        const world = createWorld();
        const billed: unknown[] = [];
        for (const { at, body: sent } of requests) {
          const answer = await ask(world, "/compatible-mode/v1/chat/completions", {
            method: "POST",
            headers: {
              authorization: "Bearer sk-agree",
              "content-type": "application/json",
              "x-emulator-time": String(1_800_000_000 + at),
              "x-emulator-readings": header,
            },
            body: JSON.stringify(sent),
          });
          const details = (await answer.json())?.usage?.prompt_tokens_details;
          billed.push([details?.cached_tokens ?? 0, details?.cache_creation_input_tokens ?? 0]);
        }
        const simulated = simulateBody({ requests, readings }, counterFor);
        if (!simulated.ok) throw new Error("refused");
        expect(billed).toEqual(simulated.value.turns.map(({ read, written }) => [read, written]));
      },
    ),
    { numRuns: 6 },
  );
});
