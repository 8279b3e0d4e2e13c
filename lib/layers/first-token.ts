/** Seconds to the first token, as a band: between what was measured of rented services, or of prefills on one's own GPUs. */
import type { Evidence } from "../offers/model";
import type { Said } from "../words/message";
import { type Architecture, findArchitecture, kvBytesOf } from "./kv-bytes";
import data from "./latency.json" with { type: "json" };
import type { HardwareSettings } from "./layer-settings";
import { type Band, countPrefill, estimateSavedTime, sumPrefill } from "./prefill";

export interface Gpu {
  readonly id: string;
  readonly name: string;
  /** 10¹² operations a second on dense 16-bit numbers, at most. */
  readonly teraflops: number;
  /** 10¹² bytes a second from its memory, at most. */
  readonly terabytes: number;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

export const GPUS = data.gpus as readonly Gpu[];

/** @throws where no such one is listed */
export function findGpu(id: string): Gpu {
  const found = GPUS.find((gpu) => gpu.id === id);
  if (!found) throw new Error(`No GPU is called ${id}.`);
  return found;
}

/** What was measured of a service: prompts that were read all but for their end. */
interface MeasuredService {
  readonly name: Said;
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence;
  readonly points: readonly { readonly prompt: number; readonly cold: number; readonly warm: number }[];
}

export const MEASURED_SERVICES = data.hosted as readonly MeasuredService[];
export const MEASURED_PREFILL = { ...data.prefill, name: data.prefill.name as Said };

/** Seconds of a prompt that is computed whole: the line through the measured points, or from nothing through a single one. */
function coldSeconds({ points }: MeasuredService, prompt: number): number {
  const last = points.at(-1);
  const first = points.length > 1 ? points[0] : { prompt: 0, cold: 0 };
  if (!first || !last) return 0;
  const perToken = (last.cold - first.cold) / (last.prompt - first.prompt);
  return first.cold + perToken * (prompt - first.prompt);
}

/**
 * A rented service's time to the first token: the whole prompt's by the fastest and the slowest that was measured, less
 * the share that reads spare. An estimate without network and queue.
 */
export function estimateRented(read: number, prompt: number): Band {
  const cold = MEASURED_SERVICES.map((service) => coldSeconds(service, prompt));
  const { low, high } = estimateSavedTime(read, prompt);
  return { low: Math.min(...cold) * (1 - high), high: Math.max(...cold) * (1 - low) };
}

/** Share of a GPU's operations that prefills came to, 0 to 1: what was measured, by what it takes to compute as much. */
export function measuredUse(): Band {
  const { saved, architecture, gpu } = MEASURED_PREFILL;
  const peak = findGpu(gpu).teraflops * 1e12;
  const uses = saved.map(
    ({ tokens, seconds }) =>
      sumPrefill(countPrefill(findArchitecture(architecture), 0, tokens)) / seconds / peak,
  );
  return { low: Math.min(...uses), high: Math.max(...uses) };
}

/**
 * The prefill's time on one's own GPUs: operations by what was measured to be reached, and what is read by the speed of the
 * memory. Without queue and the rest of the engine's work.
 */
export function estimateOwn(
  architecture: Architecture,
  { gpu, count }: HardwareSettings,
  read: number,
  prompt: number,
): Band {
  const { teraflops, terabytes } = findGpu(gpu);
  const operations = sumPrefill(countPrefill(architecture, read, prompt - read));
  const loading = (read * kvBytesOf(architecture)) / (count * terabytes * 1e12);
  const use = measuredUse();
  const seconds = (share: number): number => operations / (count * teraflops * 1e12 * share) + loading;
  return { low: seconds(use.high), high: seconds(use.low) };
}

export interface FirstTokens {
  /** Seconds, the mean over requests: with nothing read, and with what was read. */
  readonly cold: Band;
  readonly walked: Band;
}

/** Mean of each end over all requests; null where there are none. */
export function averageFirstTokens(
  steps: readonly { readonly read: number; readonly prompt: number }[],
  estimate: (read: number, prompt: number) => Band,
): FirstTokens | null {
  if (steps.length === 0) return null;
  const mean = (bands: readonly Band[]): Band => ({
    low: bands.reduce((sum, { low }) => sum + low, 0) / bands.length,
    high: bands.reduce((sum, { high }) => sum + high, 0) / bands.length,
  });
  return {
    cold: mean(steps.map(({ prompt }) => estimate(0, prompt))),
    walked: mean(steps.map(({ read, prompt }) => estimate(read, prompt))),
  };
}
