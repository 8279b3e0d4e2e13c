/** The cache of one account: what a request reads and writes, and what becomes readable when its response ends. */
import type { Layout } from "../../layout/layout";
import type { Model } from "../../offers/model";
import type { Readings } from "../../offers/readings";
import { implicitLifeOf } from "../../systems/implicit-reads";
import { endResponse } from "../../systems/kernels/boundary-store";
import { chooseMember, playExplicit, playQwen4 } from "../../systems/model-studio";
import { digest } from "./digest-index";
import { BLOCK_BYTES, readBlocks, readImplicit, rememberBlocks } from "./implicit-blocks";
import type { StateStore } from "./state-store";
import { ENTRY_BYTES, readTable, writeTable } from "./stored-table";

export interface AccountRequest {
  /** Laid out with the account's digest index; its text is not needed. */
  readonly layout: Layout;
  readonly model: Model | null;
  /** Start, in epoch seconds. */
  readonly at: number;
  /** Whose entries these are: a digest of the key, never the key. */
  readonly account: string;
  /** Its prefixes as an ideal implicit cache knows them; none where none is asked for: the real one promises no read. */
  readonly blocks: readonly string[];
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
}

/** What is billed of a request's input, in tokens. */
export interface Figures {
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  /** True where a marker selects the explicit cache. */
  readonly explicit: boolean;
  /** Seconds that what was written lives. */
  readonly life: number;
}

export interface Started {
  readonly figures: Figures;
  /** Call once when the response has ended, or broken off; `end` in epoch seconds. */
  finish(end: number): Promise<void>;
}

/** Seconds a record is kept after its last change: longer than any entry lives, by whatever clock it was written. */
const KEPT = 2 * 3600;

/** Seconds that stand for a response whose end is not known yet: longer than any entry lives. */
const NOT_ENDED = 1e9;

const explicitKey = (account: string, model: string): string =>
  `emulator:explicit:${account}:${digest(model)}`;
const implicitKey = (account: string, model: string): string =>
  `emulator:implicit:${account}:${digest(model)}`;

async function startExplicit(
  { layout, model, at, account, readings }: AccountRequest,
  member: "model-studio-explicit" | "qwen4",
  store: StateStore,
): Promise<Started> {
  const key = explicitKey(account, layout.model);
  const { length } = layout.breakpoints;
  if (length > 0) await store.claim(key, length * ENTRY_BYTES, KEPT);
  const play = member === "qwen4" ? playQwen4 : playExplicit;
  const rules = { model, ...(readings ? { readings } : {}) };
  const played = await store.update(key, KEPT, (value) => {
    const table = readTable(value);
    const result = play(table, { index: 0, at, duration: NOT_ENDED, layout, rules, explain: false });
    return { value: writeTable(table, at), result };
  });
  const { read, written, life } = played;
  const figures = { prompt: layout.prompt, read, written, uncached: layout.prompt - read - written };
  return {
    figures: { ...figures, explicit: true, life },
    async finish(end) {
      if (played.layout.breakpoints.length === 0) return;
      await store.update(key, KEPT, (value) => {
        const table = readTable(value);
        endResponse(table, played, end, readings);
        return { value: writeTable(table, end), result: null };
      });
    },
  };
}

/** Plays a request without markers, or remembers one with markers, for those that ask for implicit reads. */
async function startImplicit(request: AccountRequest, store: StateStore): Promise<Started> {
  const { layout, model, blocks, account, at, readings } = request;
  const key = implicitKey(account, layout.model);
  if (blocks.length > 0) await store.claim(key, blocks.length * BLOCK_BYTES, KEPT);
  const known = blocks.length > 0 ? readBlocks(await store.get(key), at) : [];
  const read = readImplicit(blocks, known, { model, at, readings });
  const figures = { prompt: layout.prompt, read, written: 0, uncached: layout.prompt - read };
  return {
    figures: { ...figures, explicit: false, life: 0 },
    async finish(end) {
      if (blocks.length === 0) return;
      const life = implicitLifeOf(readings);
      await store.update(key, KEPT, (value) => ({
        value: rememberBlocks(blocks, readBlocks(value, end), life === null ? null : end + life),
        result: null,
      }));
    },
  };
}

/** Starts a request: its figures are settled by what is readable now. */
export async function startRequest(request: AccountRequest, store: StateStore): Promise<Started> {
  const { layout, model } = request;
  const member = chooseMember(layout.marked, model, { automatic: layout.automatic === true });
  if (member === "model-studio-implicit") return startImplicit(request, store);
  if (request.blocks.length === 0) return startExplicit(request, member, store);
  // The implicit cache takes note of every request, whichever serves it. Until its end it changes nothing.
  const noted = await startImplicit(request, store);
  const explicit = await startExplicit(request, member, store);
  return {
    figures: explicit.figures,
    finish: async (end) => void (await Promise.all([explicit.finish(end), noted.finish(end)])),
  };
}
