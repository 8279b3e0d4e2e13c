/** Plays the scripted agent loop through a recording, as an agent would: streaming, with its own key. */
import { expect } from "@playwright/test";
import { AGENT_LOOP, type LoopRequest } from "../../lib/sessions/fixtures/agent-loop";
import type { JsonValue } from "../../lib/values/json";

/** The emulator keeps entries by key, so that each run needs one of its own. */
export const newAgentKey = (): string => `sk-${crypto.randomUUID().replaceAll("-", "")}`;

/** Epoch seconds at which the loop begins. */
const START = 1_790_000_000;

export interface Agent {
  /** The base URL it is pointed at. */
  readonly base: string;
  readonly key: string;
}

export interface AgentFigures {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
}

/** What the agent itself is told, out of the stream's first event. */
function readFigures(stream: string): AgentFigures {
  const line = stream.split("\n").find((each) => each.startsWith("data:") && each.includes("message_start"));
  const { usage } = JSON.parse(line?.slice(5) ?? "{}").message;
  return {
    read: usage.cache_read_input_tokens ?? 0,
    written: usage.cache_creation_input_tokens ?? 0,
    uncached: usage.input_tokens,
  };
}

async function send({ base, key }: Agent, { at, body }: LoopRequest, isSlow: boolean): Promise<AgentFigures> {
  const response = await fetch(`${base}/v1/messages?beta=true`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-api-key": key,
      "anthropic-version": "2023-06-01",
      "x-emulator-time": String(START + at),
      "x-emulator-completion": "20",
      ...(isSlow ? { "x-emulator-fault": "slow" } : {}),
    },
    body: JSON.stringify({ ...(body as Record<string, JsonValue>), stream: true }),
  });
  expect(response.status).toBe(200);
  return readFigures(await response.text());
}

/** Requests that the recorder has taken in. */
async function countTaken(base: string): Promise<number> {
  const address = base.replace("/record/", "/api/record/").replace("/apps/anthropic", "");
  const { exchanges } = (await (await fetch(address)).json()) as { readonly exchanges: readonly unknown[] };
  return exchanges.length;
}

/**
 * All requests in order; one that runs beside the next is answered slowly, so that it is still under way then.
 * @returns what was billed, by the place of the request
 */
export async function playAgentLoop(agent: Agent): Promise<AgentFigures[]> {
  const billed: Promise<AgentFigures>[] = [];
  for (const [index, request] of AGENT_LOOP.entries()) {
    const isSlow = AGENT_LOOP[index + 1]?.code === "not_yet_written";
    billed.push(send(agent, request, isSlow));
    // The recorder numbers requests as they come.
    if (isSlow) await expect.poll(() => countTaken(agent.base)).toBe(request.number);
    else await Promise.all(billed);
  }
  return Promise.all(billed);
}
