/** Time that reads save: a band for hosted services, and the operations of a prefill on one's own hardware. */
import type { Evidence } from "../offers/model";
import { type Said, tell } from "../words/message";
import type { Architecture } from "./kv-bytes";

interface LatencyFit {
  readonly name: Said;
  /** Tokens that a request takes the time of besides its prompt. */
  readonly overhead: number;
  /** Share of a token's time that a read spares, 0 to 1. */
  readonly spared: number;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

/** Fitted to two published series of measurements; they differ, which is why there is a band and no figure. */
export const LATENCY_FITS: readonly LatencyFit[] = [
  {
    name: tell("scenes.openaiRuns"),
    overhead: 9391,
    spared: 0.712,
    evidence: "inferred",
    source: "https://developers.openai.com/cookbook/examples/prompt_caching_201",
    asOf: "2026-10-02",
  },
  {
    name: tell("scenes.anthropic2024"),
    overhead: 20_779,
    spared: 0.954,
    evidence: "inferred",
    source: "https://claude.com/blog/prompt-caching",
    asOf: "2024-08-14",
  },
];

/** Shares of the time to the first token, 0 to 1. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** By one fit: spared · read / (overhead + prompt). */
export const savedTime = (
  { overhead, spared }: Omit<LatencyFit, "name" | "evidence" | "source" | "asOf">,
  read: number,
  prompt: number,
): number => (spared * read) / (overhead + prompt);

/** Share of the time to the first token that a read spares: an estimate without network and queue; 0 where nothing is read. */
export function estimateSavedTime(read: number, prompt: number): Band {
  if (read <= 0) return { low: 0, high: 0 };
  const shares = LATENCY_FITS.map((fit) => savedTime(fit, read, prompt));
  return { low: Math.min(...shares), high: Math.max(...shares) };
}

export interface Prefill {
  /** Floating-point operations: those that each new token costs, and those by which it looks at all before it. */
  readonly linear: number;
  readonly attention: number;
}

/** 2 · parameters · new, and 4 · layers · width · (new · cached + new² / 2). Source: https://arxiv.org/abs/2001.08361 (2020-01). */
export function countPrefill(architecture: Architecture, cached: number, fresh: number): Prefill {
  const { activeParameters, layers, hidden } = architecture;
  return {
    linear: 2 * activeParameters * fresh,
    attention: 4 * layers * hidden * (fresh * cached + fresh ** 2 / 2),
  };
}

export const sumPrefill = ({ linear, attention }: Prefill): number => linear + attention;

export interface SavedPrefill {
  /** Operations that computing every prompt whole would take, and those that reads spare of them. */
  readonly all: number;
  readonly saved: number;
  /** 0 to 1. */
  readonly share: number;
}

/** What reads spare of the prefill over all these requests. */
export function savedPrefill(
  architecture: Architecture,
  steps: readonly { readonly read: number; readonly prompt: number }[],
): SavedPrefill {
  let all = 0;
  let done = 0;
  for (const { read, prompt } of steps) {
    all += sumPrefill(countPrefill(architecture, 0, prompt));
    done += sumPrefill(countPrefill(architecture, read, prompt - read));
  }
  return { all, saved: all - done, share: all === 0 ? 0 : 1 - done / all };
}
