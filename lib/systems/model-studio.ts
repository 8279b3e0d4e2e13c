/** Model Studio's caches: each request's markers, and its model, decide which of them serves it. */

import type { Layout } from "../layout/layout";
import type { Model } from "../offers/model";
import type { ModelStudioRules } from "../offers/model-studio-offer";
import { type Readings, readingOf } from "../offers/readings";
import { type Message, tell } from "../words/message";
import {
  type ImplicitRules,
  type ImplicitState,
  observeImplicit,
  openImplicit,
  playImplicit,
} from "./implicit-reads";
import { findUnread, playBoundaries } from "./kernels/boundary-store";
import { type EntryTable, openTable } from "./kernels/entry-table";
import { limitsOf, markModelStudio } from "./mark-model-studio";
import { type Arrival, type CacheSystem, NOTHING_PLAYED, type Played } from "./system";

export type ModelStudioPlay = ModelStudioRules & ImplicitRules;

/** Content blocks a look-up goes back, where the model does not say. */
export const LOOKBACK_BLOCKS = 20;

const REACHES = { "between-20": 0, "between-19": -1, "between-21": 1 } as const;

/** @param readings what is played where the documentation leaves it open; absent = what is assumed */
export const lookbackOf = (model: Model | null, readings?: Readings): number =>
  (model?.lookbackBlocks ?? LOOKBACK_BLOCKS) + REACHES[readingOf(readings, "lookback")];

/** Seconds that what is written is priced for, save where a request asks for another life. */
const LIFE = 300;

const LIVES = { "five-minutes": LIFE, "ten-minutes": 600, hour: 3600 } as const;

/** Seconds an entry lives that nobody asked another life for, and what it is priced for. */
const usualLife = (readings: Readings | undefined) => ({
  life: LIVES[readingOf(readings, "life")],
  pricedLife: LIFE,
});

/** Seconds that entries of a model can live, the usual first. @param readings what is played where it is open */
export function listLives(
  { generation, ttl }: Pick<Model, "generation" | "ttl">,
  readings: Readings,
): number[] {
  const { life } = usualLife(readings);
  const asked = generation !== "qwen4" && readingOf(readings, "hour-before-qwen4") === "hour" ? [3600] : [];
  return [...new Set([life, ...ttl.filter((seconds) => seconds !== LIFE), ...asked])];
}

/**
 * The layout with `breakpoints` and one after the last message, where that prefix is long enough for an entry. The
 * service's own breakpoint takes none of the slots of the markers.
 */
function addBreakpointAtEnd(
  layout: Layout,
  { model, readings }: ExplicitRules,
  breakpoints: readonly number[],
): Layout {
  const end = layout.cuts.length - 1;
  const long = (layout.cuts[end]?.prefix ?? 0) >= limitsOf(model, readings).minimum;
  return {
    ...layout,
    breakpoints: long && breakpoints.at(-1) !== end ? [...breakpoints, end] : breakpoints,
  };
}

type Member = "model-studio-explicit" | "model-studio-implicit" | "qwen4";

/**
 * Which cache serves a request: a marker, or on Qwen4 the wish for a breakpoint of the service's own, selects the explicit
 * one, none the implicit one.
 * Sources: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16).
 * @param asQwen4 true also for models that are not known
 */
export function chooseMember(
  marked: boolean,
  model: Model | null,
  { automatic = false, asQwen4 = false } = {},
): Member {
  const isQwen4 = asQwen4 || model?.generation === "qwen4";
  if (marked || (isQwen4 && automatic)) return isQwen4 ? "qwen4" : "model-studio-explicit";
  return "model-studio-implicit";
}

type ExplicitRules = Pick<ModelStudioRules, "model" | "readings">;

/** The explicit cache before Qwen4: markers write entries that live five minutes. */
export function playExplicit(table: EntryTable, arrival: Arrival<ExplicitRules>): Played {
  const { layout, rules } = arrival;
  const { model, readings } = rules;
  return playBoundaries(table, arrival, {
    ...(layout.ttl === undefined ? usualLife(readings) : { life: layout.ttl }),
    lookback: lookbackOf(model, readings),
    system: "model-studio-explicit",
    lookUp: "markers",
    readings,
  });
}

/**
 * The explicit cache of Qwen4: what a request writes, reads or marks lives five minutes or an hour, as that request asks,
 * from its start; markers of both forms count alike, at a part's end; on request the service places a breakpoint.
 * Assumptions: `qwen4-ttl-in-marker`, `qwen4-ttl-of-last-marker`, `qwen4-renewal-may-shorten`,
 * `qwen4-automatic-breakpoint`, `qwen4-four-markers`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16).
 */
export function playQwen4(table: EntryTable, arrival: Arrival<ExplicitRules>): Played {
  const { ttl, rules, layout } = arrival;
  const automatic = arrival.automatic === true || layout.automatic === true;
  const asked = ttl ?? layout.ttl;
  const seen = automatic ? addBreakpointAtEnd(layout, rules, layout.breakpoints) : layout;
  return playBoundaries(
    table,
    { ...arrival, layout: seen },
    {
      ...(asked === undefined ? usualLife(rules.readings) : { life: asked }),
      lookback: lookbackOf(rules.model, rules.readings),
      system: "qwen4",
      lookUp: automatic && !layout.marked ? "end" : "markers",
      readings: rules.readings,
    },
  );
}

/**
 * The session cache of the Responses API: every request leaves an entry at the end of its input, from 1,024 tokens on.
 * Billed as the explicit cache where the model has it in the region; elsewhere reads have the implicit price and nothing
 * counts as written. Assumptions: `session-breakpoint-at-input-end`, `session-look-up-as-explicit`,
 * `session-billed-as-implicit`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
export function playSession(table: EntryTable, arrival: Arrival<ModelStudioRules>): Played {
  const { model, explicit, readings } = arrival.rules;
  const layout = addBreakpointAtEnd(arrival.layout, arrival.rules, []);
  const played = playBoundaries(
    table,
    { ...arrival, layout },
    {
      ...usualLife(readings),
      lookback: lookbackOf(model, readings),
      system: "model-studio-session",
      lookUp: "end",
      readings,
    },
  );
  if (explicit.status === "offered" || model === null) return played;
  return {
    ...played,
    written: 0,
    lines: [
      { kind: "read:implicit", tokens: played.read },
      { kind: `write:${LIFE}`, tokens: 0 },
    ],
  };
}

/** Plain JSON; of one model. */
export interface ModelStudioState {
  explicit: EntryTable;
  qwen4: EntryTable;
  implicit: ImplicitState;
  /** Absent as long as no request has come by the Responses API. */
  session?: EntryTable;
}

function step(
  state: ModelStudioState,
  arrival: Arrival<ModelStudioPlay>,
  choice: { readonly asQwen4: boolean; readonly isSession: boolean },
): Played {
  if (arrival.layout.viaResponses && choice.isSession) {
    state.session ??= openTable();
    return playSession(state.session, arrival);
  }
  const { rules, automatic, at, explain } = arrival;
  const { refused } = arrival.layout;
  if (refused !== undefined) {
    const system = chooseMember(arrival.layout.marked, rules.model, choice);
    return { ...NOTHING_PLAYED, system, lookUp: "none", layout: arrival.layout, refused };
  }
  const isOffered = rules.explicit.status !== "not-offered";
  const layout = isOffered ? arrival.layout : { ...arrival.layout, marked: false, breakpoints: [] };
  const wishes = { ...choice, automatic: isOffered && automatic === true };
  const system = chooseMember(layout.marked, rules.model, wishes);
  if (system === "model-studio-implicit") {
    const unmarked = isOffered ? arrival : { ...arrival, layout };
    const unread = explain
      ? (findUnread(state.explicit, layout, at) ?? findUnread(state.qwen4, layout, at))
      : null;
    const played = playImplicit(state.implicit, unmarked, unread);
    observeImplicit(state.implicit, unmarked);
    return played;
  }
  const played = system === "qwen4" ? playQwen4(state.qwen4, arrival) : playExplicit(state.explicit, arrival);
  // The implicit cache takes note of every request, whoever serves it.
  observeImplicit(state.implicit, arrival);
  return played;
}

const RULE_PACK = "model-studio";

/** A request to the Responses API without the header is one that only the implicit cache serves. */
const markWithoutSession: CacheSystem<ModelStudioPlay>["mark"] = (blocks, rules) => {
  const { layout, markers } = markModelStudio(blocks, rules);
  const { viaResponses: _, ...plain } = layout;
  return { layout: plain, markers };
};

/**
 * Model Studio as a request finds it; `asQwen4` plays models that are not known by the rules of Qwen4 too. Requests to the
 * Responses API are taken to ask for the session cache, which a header does; without `isSession` they do not.
 */
const createModelStudio = (
  id: string,
  menu: Message | null,
  { asQwen4 = false, isSession = true } = {},
): CacheSystem<ModelStudioPlay, ModelStudioState> => ({
  id,
  menu,
  rulePack: RULE_PACK,
  mark: isSession ? markModelStudio : markWithoutSession,
  open: () => ({ explicit: openTable(), qwen4: openTable(), implicit: openImplicit() }),
  step: (state, arrival) => step(state, arrival, { asQwen4, isSession }),
});

export const modelStudio = createModelStudio("model-studio", tell("systems.menuAsMarked"));
export const modelStudioImplicit = createModelStudio("model-studio-implicit", tell("systems.menuNoSession"), {
  isSession: false,
});
export const qwen4 = createModelStudio("qwen4", null, { asQwen4: true });

/** A layout as the session cache sees it: one breakpoint, of the service's own, where the input is long enough. */
export const layOutSession = (layout: Layout, model: Model | null): Layout =>
  addBreakpointAtEnd(layout, { model, ...(layout.readings ? { readings: layout.readings } : {}) }, []);

/** Every request as one to the Responses API that asks for the session cache, whatever it is written in. */
export const modelStudioSession: CacheSystem<ModelStudioRules, EntryTable> = {
  id: "model-studio-session",
  menu: tell("systems.menuSession"),
  rulePack: RULE_PACK,
  mark: (blocks, rules) => markModelStudio({ ...blocks, viaResponses: true }, rules),
  open: openTable,
  step: playSession,
};
