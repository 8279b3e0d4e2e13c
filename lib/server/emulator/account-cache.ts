/** The cache of one account: what a request reads and writes, and what becomes readable when its response ends. */
import type { Layout } from "../../layout/layout";
import type { Model } from "../../offers/model";
import { endResponse } from "../../systems/kernels/boundary-store";
import { chooseMember, playExplicit, playQwen4 } from "../../systems/model-studio";
import type { Store } from "../storage/store";
import { digest } from "./digest-index";
import { readBlocks, readImplicit, rememberBlocks } from "./implicit-blocks";
import { readTable, writeTable } from "./stored-table";

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

const dayOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

const explicitKey = (account: string, model: string): string =>
  `emulator:explicit:${account}:${digest(model)}`;
const implicitKey = (account: string, model: string): string =>
  `emulator:implicit:${account}:${digest(model)}`;

async function startExplicit(
  { layout, model, at, account }: AccountRequest,
  member: "model-studio-explicit" | "qwen4",
  store: Store,
): Promise<Started> {
  const key = explicitKey(account, layout.model);
  const play = member === "qwen4" ? playQwen4 : playExplicit;
  const { read, written, life } = await store.update(key, KEPT, (value) => {
    const table = readTable(value);
    const played = play(table, {
      index: 0,
      at,
      duration: NOT_ENDED,
      layout,
      rules: { model },
      explain: false,
    });
    return { value: writeTable(table, at), result: played };
  });
  const figures = { prompt: layout.prompt, read, written, uncached: layout.prompt - read - written };
  return {
    figures: { ...figures, explicit: true, life },
    async finish(end) {
      if (layout.breakpoints.length === 0) return;
      await store.update(key, KEPT, (value) => {
        const table = readTable(value);
        endResponse(table, layout, end);
        return { value: writeTable(table, end), result: null };
      });
    },
  };
}

/** Plays a request without markers, or remembers one with markers, for those that ask for implicit reads. */
async function startImplicit(request: AccountRequest, store: Store): Promise<Started> {
  const { layout, model, blocks, account, at } = request;
  const key = implicitKey(account, layout.model);
  const known = blocks.length > 0 ? readBlocks(await store.get(key)) : [];
  const read = readImplicit(blocks, known, model, dayOf(at));
  const figures = { prompt: layout.prompt, read, written: 0, uncached: layout.prompt - read };
  return {
    figures: { ...figures, explicit: false, life: 0 },
    async finish() {
      if (blocks.length === 0) return;
      await store.update(key, KEPT, (value) => ({
        value: rememberBlocks(blocks, readBlocks(value)),
        result: null,
      }));
    },
  };
}

/** Starts a request: its figures are settled by what is readable now. */
export async function startRequest(request: AccountRequest, store: Store): Promise<Started> {
  const member = chooseMember(request.layout.marked, request.model);
  if (member === "model-studio-implicit") return startImplicit(request, store);
  const explicit = await startExplicit(request, member, store);
  if (request.blocks.length === 0) return explicit;
  // The implicit cache takes note of every request, whichever serves it.
  const noted = await startImplicit(request, store);
  return {
    figures: explicit.figures,
    finish: async (end) => void (await Promise.all([explicit.finish(end), noted.finish(end)])),
  };
}
