/** The ways to offer tools, side by side: on the document's own list, with the calls that its conversation makes. */
import type { Currency } from "../offers/offer";
import type { Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, settingsToWeigh } from "../pipeline/what-if";
import { parsePrompt } from "../prompt/parse";
import type { PlayEvent } from "../timeline/play-event";
import { greatestOf } from "../values/long-lists";
import type { Progress } from "../values/progress";
import { type Message, type MessageKey, tell } from "../words/message";
import { type CalledTools, findCalledTools } from "./called-tools";
import { keepScenario, type Situation } from "./measure";
import { keepToolList } from "./measures/keep-tool-list";
import { orderTools } from "./measures/order-tools";
import { relevantTools } from "./measures/relevant-tools";
import { searchTools } from "./measures/search-tools";
import { stableFewTools } from "./measures/stable-few-tools";
import { offerByTurn } from "./offer-by-turn";
import { differenceOf, type SavedChange } from "./saved-change";

export const TOOL_WAYS = ["now", "all", "relevant", "kept", "few", "search"] as const;

/**
 * `now`: as it is · `all`: all, always in one order · `relevant`: what each turn calls · `kept`: the same, and each tool stays
 * for some turns · `few`: what is called anywhere, from the start · `search`: one tool that finds the others.
 */
export type ToolWayId = (typeof TOOL_WAYS)[number];

export interface ToolWay {
  readonly id: ToolWayId;
  /** Tools in the longest list that is sent, those that are found not counted. */
  readonly tools: number;
  /** Requests before which the list becomes another one. */
  readonly changes: number;
  readonly requests: number;
  /** Input tokens of the whole conversation, and those of them read from the cache. */
  readonly input: number;
  readonly read: number;
  /** Requests after the first that read nothing. */
  readonly misses: number;
  /** Null where a price is unknown. */
  readonly cost: number | null;
  /** Null for what is so already. */
  readonly change: SavedChange | null;
}

export interface ToolWaysReport {
  readonly ways: readonly ToolWay[];
  readonly currency: Currency;
  /** Turns of the scenario: more than so many a tool cannot stay. */
  readonly turns: number;
  /** Different tools that are called, and those that are offered now. */
  readonly called: number;
  readonly offered: number;
}

export interface ToolWaysQuestion {
  readonly text: string;
  readonly settings: Settings;
  /** Turns for which a tool of the way `kept` stays after its last call. */
  readonly bonus: number;
}

const CHANGES_LIST = new Set<PlayEvent["kind"]>([
  "add-tool",
  "remove-tool",
  "shuffle-tools",
  "reorder-tool-keys",
]);

type State = Pick<Situation, "text" | "settings">;

/** How the tools of a way are sent; null where that way is no other than one before it. */
function arrange(id: ToolWayId, start: Situation, tools: CalledTools, bonus: number): State | null {
  const { settings, text } = start;
  const { scenario } = settings;
  const takeFrom = (measure: typeof orderTools, state: Situation): Situation => {
    const found = measure.find(state);
    return found.ok ? { ...state, text: found.text, settings: found.settings } : state;
  };
  if (id === "now") return start;
  if (id === "all") {
    const calm = takeFrom(orderTools, takeFrom(keepToolList, start));
    return calm.settings === settings ? null : calm;
  }
  if (id === "kept") {
    if (!scenario) return null;
    const offered = offerByTurn(text, scenario, tools, bonus);
    return { text: offered.text, settings: { ...settings, scenario: offered.scenario } };
  }
  const measure = { relevant: relevantTools, few: stableFewTools, search: searchTools }[id];
  const found = measure.find(start);
  if (!found.ok) return null;
  const state: Situation = { ...start, text: found.text, settings: found.settings };
  // A few that come in another order each time are not stable.
  return id === "few" ? takeFrom(orderTools, state) : state;
}

/** Null where no tool of the document is called, so that nobody can tell which are needed, or the text is no request. */
export function* reportToolWays(
  { text, settings, bonus }: ToolWaysQuestion,
  open: DocumentOpener,
): Generator<Progress, ToolWaysReport | null> {
  const weighed = settingsToWeigh(settings);
  const { prompt } = parsePrompt(text);
  const tools = prompt && findCalledTools(prompt, weighed.scenario);
  if (!prompt || !tools) return null;
  const ways: ToolWay[] = [];
  let currency: Currency = "USD";
  for (const [done, id] of TOOL_WAYS.entries()) {
    yield { done, total: TOOL_WAYS.length };
    const state = arrange(id, { text, settings: weighed, open }, tools, bonus);
    const { document } = state ? open(state.text, state.settings, "aside") : { document: null };
    const played = state && answerWhatIf(state.text, state.settings, open);
    if (!document || !state || !played) continue;
    const { totals, rows } = played;
    if (totals.currency) currency = totals.currency;
    const { scenario } = state.settings;
    const changed = { text: state.text, settings: keepScenario(state.settings, weighed, settings) };
    ways.push({
      id,
      tools: greatestOf(document.turns.map(({ ready }) => ready.prompt.tools.length)),
      changes: (scenario?.turns ?? []).filter(({ events = [] }) =>
        events.some(({ kind }) => CHANGES_LIST.has(kind)),
      ).length,
      requests: rows.length,
      input: totals.read + totals.written + totals.uncached,
      read: totals.read,
      misses: rows.filter(({ read }, index) => index > 0 && read === 0).length,
      cost: totals.cost,
      change: id === "now" ? null : differenceOf({ text, settings }, changed),
    });
  }
  return {
    ways,
    currency,
    turns: weighed.scenario?.turns.length ?? 0,
    called: tools.called.length,
    offered: prompt.tools.length,
  };
}

const WAYS = {
  now: "savings.wayNow",
  all: "savings.wayAll",
  relevant: "savings.wayRelevant",
  few: "savings.wayFew",
  search: "savings.waySearch",
} as const satisfies Readonly<Record<Exclude<ToolWayId, "kept">, MessageKey>>;

/** A way in words, as the act that takes it. */
export const sayToolWay = (id: ToolWayId, bonus: number): Message =>
  id === "kept" ? tell("savings.wayKept", { count: bonus }) : tell(WAYS[id]);
