/** Which threads a task goes to: those for what is short, or those that something long may hold for a while. */
import { expect, it } from "vitest";
import type { SentRequest } from "../record/write-exchange";
import { createLanes, QUICK_BYTES } from "./create-lanes";
import type { AskWork } from "./work";

const ask = createLanes(
  (async () => "quick") as unknown as AskWork,
  (async () => "long") as unknown as AskWork,
);
const bytes = (length: number) => new Uint8Array(length);
const posted = { query: "", origin: "", language: "en" } as const;
const terms = { account: "", owner: "", completion: null, calls: null, implicit: false, readings: {} };
const sent = (body: Uint8Array | null) => ({ sent: { body } as SentRequest, session: "" });

it("goes by the length of the body", async () => {
  expect(await ask("analyze", { ...posted, bytes: bytes(QUICK_BYTES) })).toBe("quick");
  expect(await ask("analyze", { ...posted, bytes: bytes(QUICK_BYTES + 1) })).toBe("long");
  expect(await ask("recording", sent(bytes(QUICK_BYTES + 1)))).toBe("long");
  expect(await ask("recording", sent(null))).toBe("quick");
});

it("takes what has a history for long", async () => {
  expect(await ask("response", { ...terms, bytes: bytes(10), history: null })).toBe("quick");
  expect(await ask("response", { ...terms, bytes: bytes(10), history: [] })).toBe("long");
});
