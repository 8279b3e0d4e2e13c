/** What a model keeps of a token, by its attention: from it follow the tokens and conversations that a memory holds. */
import type { Evidence } from "../offers/model";
import type { Said } from "../words/message";
import data from "./kv-architectures.json" with { type: "json" };

interface Sourced {
  readonly id: string;
  readonly name: Said;
  /** That keep something of each token. */
  readonly layers: number;
  /** Of a number that is kept: 2 of bf16, 1 of fp8. */
  readonly bytes: number;
  /** Width of the model. */
  readonly hidden: number;
  /** Parameters that compute a token. */
  readonly activeParameters: number;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

/** Heads that are kept: of `mha` all, of `gqa` one a group. */
interface HeadsArchitecture extends Sourced {
  readonly attention: "mha" | "gqa";
  readonly kvHeads: number;
  readonly headDim: number;
  /** Of a hybrid model: layers that keep one state for all before it instead of something of each token. */
  readonly stateLayers?: number;
  /** Of a hybrid model: tokens of the block that vLLM makes as large as a state. */
  readonly block?: number;
}

/** One compressed vector a layer, and the part that carries the position. */
interface LatentArchitecture extends Sourced {
  readonly attention: "mla";
  readonly latent: number;
  readonly rope: number;
}

export type Architecture = HeadsArchitecture | LatentArchitecture;

const GIB = 2 ** 30;

export const ARCHITECTURES = data.architectures as readonly Architecture[];

/** @throws where no such architecture is listed */
export function findArchitecture(id: string): Architecture {
  const found = ARCHITECTURES.find((architecture) => architecture.id === id);
  if (!found) throw new Error(`No architecture is called ${id}.`);
  return found;
}

/** Tokens of the block that an engine needs for a hybrid model; null for any other. */
export const hybridBlockOf = (architecture: Architecture): number | null =>
  architecture.attention === "mla" ? null : (architecture.block ?? null);

/** What a layer of one kind keeps as a page of one block, in bytes: of a hybrid model a state is no larger. */
export const pageBytesOf = (architecture: Architecture, block: number): number =>
  (kvBytesOf(architecture) / architecture.layers) * block;

/**
 * Bytes a token takes: layers · 2 · heads · width · bytes, of a latent layers · (latent + rope) · bytes.
 * Without the states of a hybrid model, which come once a block or less often.
 * Source: https://arxiv.org/abs/2412.19437 (2024-12), vllm/v1/kv_cache_interface.py (2026-10).
 */
export function kvBytesOf(architecture: Architecture): number {
  const { layers, bytes } = architecture;
  if (architecture.attention === "mla") return layers * (architecture.latent + architecture.rope) * bytes;
  return layers * 2 * architecture.kvHeads * architecture.headDim * bytes;
}

/** @param memory GiB for what is kept */
export const tokensInMemory = (architecture: Architecture, memory: number): number =>
  Math.floor((memory * GIB) / kvBytesOf(architecture));

/** Conversations of so many tokens that stay warm, if nothing of them is shared; 0 tokens are no conversation. */
export const conversationsInMemory = (architecture: Architecture, memory: number, tokens: number): number =>
  tokens <= 0 ? 0 : Math.floor(tokensInMemory(architecture, memory) / tokens);

/**
 * Blocks that a GPU has left beside the weights, as vLLM counts them.
 * Source: vllm/v1/worker/gpu_worker.py (2026-10).
 * @param memory GiB of the GPU; `weights` and `other` GiB are taken
 * @param share of it that the engine may use, 0 to 1
 */
export function blocksBeside(
  architecture: Architecture,
  memory: { readonly gpu: number; readonly share: number; readonly weights: number; readonly other: number },
  block: number,
): number {
  const left = memory.gpu * memory.share - memory.weights - memory.other;
  return Math.max(0, Math.floor((left * GIB) / (kvBytesOf(architecture) * block)));
}
