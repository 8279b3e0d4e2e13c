/** Inference engines on one's own hardware: vLLM, SGLang, TensorRT-LLM and LMCache, each by what its source code keeps and finds. */

import { formatNumber } from "../values/figures";
import type {
  ComparableRequest,
  ComparableSystem,
  OptionRule,
  OptionValue,
  PlayedFact,
  PlayedRequest,
  SystemOptions,
  SystemPlay,
} from "./comparable";
import { allocate, countBlocks, openPool, release } from "./kernels/block-pool";
import { openPaths, type PromptPaths, type TracedPrompt, tracePrompt } from "./kernels/prompt-paths";
import { ceilTo, openTree, visitTree } from "./kernels/radix-tree";

/** What of a prompt an engine finds. */
interface Found {
  readonly read: number;
  /** What it would find if nothing had been dropped. */
  readonly kept: number;
}

/** What tells one engine from another. */
interface Engine {
  readonly state: { readonly paths: PromptPaths };
  /** Tokens of what it reads at once, and its name for that. */
  readonly unit: number;
  readonly unitName: string;
  /** One sentence where its memory cannot hold such a prompt; null = it can. */
  refuse(prompt: number): string | null;
  find(traced: TracedPrompt, prompt: number): Found;
}

const MOST_TOKENS = 1_000_000_000;
const sizeRule = (size: number): OptionRule => ({ type: "number", min: 1, max: 1_048_576, default: size });
const CAPACITY: OptionRule = { type: "number", min: 1, max: MOST_TOKENS, isNullable: true, default: null };

const numberOr = (value: OptionValue | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;
const capacityOf = ({ capacity }: SystemOptions): number | null =>
  typeof capacity === "number" ? capacity : null;

const floorTo = (tokens: number, unit: number): number => Math.floor(tokens / unit) * unit;
/** The last token is always computed. */
const mostFound = (prompt: number): number => Math.max(0, prompt - 1);

function explainRead({ unit, unitName }: Engine, { read, kept }: Found, common: number): PlayedFact {
  if (read > 0 && read >= kept)
    return { code: "hit", message: `${formatNumber(read)} tokens were in memory and need no prefill.` };
  if (kept > read) {
    const message = `${formatNumber(kept)} tokens were in memory before; ${formatNumber(kept - read)} of them were dropped for other prompts.`;
    return { code: "evicted", message, tokens: kept - read };
  }
  if (common === 0) return { code: "first_write", message: "No earlier prompt begins like this one." };
  const message = `The first ${formatNumber(common)} tokens are known, which fills no ${unitName} of ${formatNumber(unit)}.`;
  return { code: "below_minimum", message };
}

function explainParting(common: number, { prompt, segments }: ComparableRequest): PlayedFact | null {
  if (common === 0 || common >= prompt) return null;
  const pointer = segments.find(({ prefix }) => prefix > common)?.pointer;
  const message = `After ${formatNumber(common)} tokens it differs from all earlier prompts.`;
  return { code: "messages_changed", message, ...(pointer === undefined ? {} : { pointer }) };
}

/** One prompt at a time; answers are not kept (assumptions `engine-one-at-a-time`, `engine-keeps-no-answers`). */
function playEngine(engine: Engine): SystemPlay {
  return {
    state: engine.state,
    step(request, explain): PlayedRequest {
      const refused = engine.refuse(request.prompt);
      if (refused !== null) return { read: 0, written: [], refused, facts: [] };
      const traced = tracePrompt(engine.state.paths, request);
      const found = engine.find(traced, request.prompt);
      if (!explain) return { read: found.read, written: [], facts: [] };
      const parting = explainParting(traced.common, request);
      const facts = [explainRead(engine, found, traced.common), ...(parting ? [parting] : [])];
      return { read: found.read, written: [], facts };
    },
  };
}

/** An engine whose memory has no end finds whatever it has in common with an earlier prompt. */
const endless = (
  unit: number,
  unitName: string,
  readOf: (common: number, prompt: number) => number,
): Engine => ({
  state: { paths: openPaths() },
  unit,
  unitName,
  refuse: () => null,
  find({ common }, prompt) {
    const read = readOf(common, prompt);
    return { read, kept: read };
  },
});

/** Whole blocks, the last token left out before they are counted. */
const wholeUnits = (unit: number, unitName: string): Engine =>
  endless(unit, unitName, (common, prompt) => floorTo(Math.min(common, mostFound(prompt)), unit));

function openVllm(block: number, capacity: number): Engine {
  const paths = openPaths();
  const pool = openPool(capacity, block);
  return {
    state: { paths, pool } as Engine["state"],
    unit: block,
    unitName: "block",
    refuse(prompt) {
      const blocks = countBlocks(prompt, block);
      return blocks <= pool.size
        ? null
        : `The prompt takes ${formatNumber(blocks)} blocks of ${formatNumber(block)} tokens; the memory holds ${formatNumber(pool.size)}.`;
    },
    find({ common, stretches }, prompt) {
      const taken = allocate(pool, stretches, prompt);
      if (taken) release(pool, taken.blocks);
      const kept = floorTo(Math.min(common, mostFound(prompt)), block);
      return { read: (taken?.found ?? 0) * block, kept };
    },
  };
}

function openSgLang(page: number, capacity: number): Engine {
  const paths = openPaths();
  const tree = openTree(capacity, page);
  return {
    state: { paths, tree } as Engine["state"],
    unit: page,
    unitName: "page",
    refuse(prompt) {
      const tokens = ceilTo(prompt, page);
      return tokens <= tree.capacity
        ? null
        : `The prompt takes ${formatNumber(tokens)} tokens in whole pages; the memory holds ${formatNumber(tree.capacity)}.`;
    },
    find({ common, stretches }, prompt) {
      const { found } = visitTree(tree, paths, stretches, prompt);
      return { read: found, kept: floorTo(Math.min(common, mostFound(prompt)), page) };
    },
  };
}

interface EngineRow {
  readonly id: string;
  readonly name: string;
  readonly options: ComparableSystem["options"];
  readonly assumptions?: readonly string[];
  open(options: SystemOptions): Engine;
}

const ROWS: readonly EngineRow[] = [
  {
    id: "vllm",
    name: "vLLM",
    options: { block: sizeRule(16), capacity: CAPACITY },
    open(options) {
      const block = numberOr(options.block, 16);
      const capacity = capacityOf(options);
      return capacity === null ? wholeUnits(block, "block") : openVllm(block, capacity);
    },
  },
  {
    id: "sglang",
    name: "SGLang",
    options: { page: sizeRule(1), capacity: CAPACITY },
    open(options) {
      const page = numberOr(options.page, 1);
      const capacity = capacityOf(options);
      return capacity === null ? wholeUnits(page, "page") : openSgLang(page, capacity);
    },
  },
  {
    id: "tensorrt-llm",
    name: "TensorRT-LLM",
    options: { block: sizeRule(32), partial: { type: "boolean", default: true } },
    open(options) {
      const block = numberOr(options.block, 32);
      // Part of a block is copied, so that any token can be the last one found.
      return wholeUnits(options.partial === false ? block : 1, options.partial === false ? "block" : "token");
    },
  },
  {
    id: "lmcache",
    name: "LMCache",
    options: { chunk: sizeRule(256) },
    assumptions: ["lmcache-whole-chunks"],
    open(options) {
      const chunk = numberOr(options.chunk, 256);
      return endless(chunk, "chunk", (common, prompt) => Math.min(floorTo(common, chunk), mostFound(prompt)));
    },
  },
];

/** All engines. What they read costs nothing and saves prefill; without a capacity nothing is dropped. */
export const ENGINES: readonly ComparableSystem[] = ROWS.map(({ id, name, options, assumptions, open }) => ({
  id,
  family: "engine",
  name,
  options,
  kindOf: () => "own-hardware",
  assumptionsOf: () => ["engine-one-at-a-time", "engine-keeps-no-answers", ...(assumptions ?? [])],
  open: (_model, given) => playEngine(open(given)),
}));
