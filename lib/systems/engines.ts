/** Inference engines on one's own hardware: vLLM, SGLang, TensorRT-LLM and LMCache, each by what its source code keeps and finds. */

import { type Message, tell } from "../words/message";
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

type UnitName = "Block" | "Page" | "Chunk" | "Token";

/** What tells one engine from another. */
interface Engine {
  readonly state: { readonly paths: PromptPaths };
  /** Tokens of what it reads at once, and its name for that. */
  readonly unit: number;
  readonly unitName: UnitName;
  /** One sentence where its memory cannot hold such a prompt; null = it can. */
  refuse(prompt: number): Message | null;
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
  if (read > 0 && read >= kept) return { code: "hit", message: tell("systems.inMemory", { read }) };
  if (kept > read) {
    const message = tell("systems.evicted", { kept, lost: kept - read });
    return { code: "evicted", message, tokens: kept - read };
  }
  if (common === 0) return { code: "first_write", message: tell("systems.noPromptBefore") };
  const message = tell(`systems.fillsNo${unitName}`, { common, unit });
  return { code: "below_minimum", message };
}

function explainParting(common: number, { prompt, segments }: ComparableRequest): PlayedFact | null {
  if (common === 0 || common >= prompt) return null;
  const pointer = segments.find(({ prefix }) => prefix > common)?.pointer;
  const message = tell("systems.differsAfter", { common });
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
  unitName: UnitName,
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
const wholeUnits = (unit: number, unitName: UnitName): Engine =>
  endless(unit, unitName, (common, prompt) => floorTo(Math.min(common, mostFound(prompt)), unit));

function openVllm(block: number, capacity: number): Engine {
  const paths = openPaths();
  const pool = openPool(capacity, block);
  return {
    state: { paths, pool } as Engine["state"],
    unit: block,
    unitName: "Block",
    refuse(prompt) {
      const blocks = countBlocks(prompt, block);
      return blocks <= pool.size ? null : tell("systems.memoryBlocks", { blocks, block, size: pool.size });
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
    unitName: "Page",
    refuse(prompt) {
      const tokens = ceilTo(prompt, page);
      return tokens <= tree.capacity ? null : tell("systems.memoryPages", { tokens, size: tree.capacity });
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
      return capacity === null ? wholeUnits(block, "Block") : openVllm(block, capacity);
    },
  },
  {
    id: "sglang",
    name: "SGLang",
    options: { page: sizeRule(1), capacity: CAPACITY },
    open(options) {
      const page = numberOr(options.page, 1);
      const capacity = capacityOf(options);
      return capacity === null ? wholeUnits(page, "Page") : openSgLang(page, capacity);
    },
  },
  {
    id: "tensorrt-llm",
    name: "TensorRT-LLM",
    options: { block: sizeRule(32), partial: { type: "boolean", default: true } },
    open(options) {
      const block = numberOr(options.block, 32);
      // Part of a block is copied, so that any token can be the last one found.
      return wholeUnits(options.partial === false ? block : 1, options.partial === false ? "Block" : "Token");
    },
  },
  {
    id: "lmcache",
    name: "LMCache",
    options: { chunk: sizeRule(256) },
    assumptions: ["lmcache-whole-chunks"],
    open(options) {
      const chunk = numberOr(options.chunk, 256);
      return endless(chunk, "Chunk", (common, prompt) => Math.min(floorTo(common, chunk), mostFound(prompt)));
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
