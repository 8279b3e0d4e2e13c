/** How much of its input a replica reads, against the memory it has: the curve that says where more of it ends to pay. */
import type { GivenSegments } from "../compare/given-request";
import type { SystemPlay } from "../systems/comparable";
import { findArchitecture, kvBytesOf } from "./kv-bytes";
import type { LayerSettings } from "./layer-settings";
import { crowdOf, readRequests } from "./scene";
import { openReplica } from "./walk";

export interface CapacityPoint {
  /** GiB for what is kept. */
  readonly memory: number;
  /** Tokens that were read, by all input tokens of requests that fit; 0 to 1. */
  readonly share: number;
  /** Requests that the memory cannot hold. */
  readonly refused: number;
}

const GIB = 2 ** 30;
const STEPS = 8;

/** @param play an empty cache */
function readShare(
  play: SystemPlay | null,
  requests: ReturnType<typeof readRequests>,
): Omit<CapacityPoint, "memory"> {
  let read = 0;
  let prompt = 0;
  let refused = 0;
  for (const request of requests) {
    const played = play?.step(request, false);
    if (played?.refused !== undefined) refused++;
    read += played?.read ?? 0;
    prompt += request.prompt;
  }
  return { share: prompt === 0 ? 0 : read / prompt, refused };
}

/**
 * Plays so many conversations at once on one replica, with memories from an eighth of all that they hold up to all of it.
 * TensorRT-LLM is played without an end to its memory, so its curve is flat.
 * @returns points by memory, ascending
 */
export function drawCapacityCurve(
  given: readonly GivenSegments[],
  settings: LayerSettings,
  conversations: number,
): CapacityPoint[] {
  const requests = readRequests(crowdOf(given, conversations));
  const sizes = new Map<number, number>();
  for (const { points } of requests) {
    for (const [order, { key, prefix }] of points.entries()) {
      sizes.set(key, prefix - (points[order - 1]?.prefix ?? 0));
    }
  }
  const held = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const bytes = kvBytesOf(findArchitecture(settings.model.architecture));
  return Array.from({ length: STEPS }, (_, order) => {
    // A block more than all of it: what does not fill one is not used.
    const memory = (((held + settings.engine.block) * (order + 1)) / STEPS) * (bytes / GIB);
    const play = openReplica({ ...settings, model: { ...settings.model, memory } });
    return { memory, ...readShare(play, requests) };
  });
}
