/** Holds the output of a request to what a ceiling leaves: the limits that are sent with it, and the most it can then cost. */
import { addAmounts, roundAmount } from "../bill/bill";
import { findModel } from "../offers/catalogue";
import type { RequestForm } from "../offers/endpoint";
import { mayThinkUnasked, outputLimitOf } from "../offers/output-limits";
import { type Fields, fieldsOf, listOf } from "../values/json";
import type { DearestRates } from "./dearest-rates";

/** A request that is about to be sent, and what it is billed by. */
export interface BoundedRequest {
  /** JSON text. */
  readonly body: string;
  readonly dialect: RequestForm;
  readonly model: string;
  /** Tokens of its prompt, at most. */
  readonly prompt: number;
  readonly rates: DearestRates;
  /** Tokens that its answer is expected to have: it is not held to fewer. */
  readonly completion: number;
}

/** A limit that the ceiling has added to a request, or lowered in it. */
export interface AddedLimit {
  /** As the request has it, e.g. `thinking.budget_tokens`. */
  readonly field: string;
  readonly tokens: number;
}

export type OutputBound =
  /** `most`: null where a price or the longest output is not known. */
  | {
      readonly ok: true;
      readonly body: string;
      readonly most: number | null;
      readonly added: readonly AddedLimit[];
    }
  /** `needs`: the least that the request can be held to, with an answer of so many tokens. */
  | { readonly ok: false; readonly why: "past"; readonly needs: number; readonly tokens: number }
  /** `unheld`: nothing holds what the model thinks, and how much that is at most is not known; `open`: nor is what is read beside the body. */
  | { readonly ok: false; readonly why: "unpriced" | "unheld" | "open" };

/** Fewer tokens are not worth a thought: budgets begin there. */
const LEAST_THOUGHTS = 1024;

/** Where a limit stands and what the reader has written there; `most`: what may surely be asked for. */
interface Knob {
  readonly field: string;
  readonly own: number | null;
  readonly most: number;
  /** Tokens it must leave. */
  readonly least: number;
}

/** What of a request's output can be held, and the tokens of it that cannot be; null = without a known end. */
interface Holds {
  readonly answer: Knob;
  readonly thoughts: Knob | null;
  readonly unheld: number | null;
  readonly thinks: boolean;
  /** Answers to the one request. */
  readonly count: number;
  /** Whether the budget of the thoughts must be below the limit of the answer. */
  readonly below: boolean;
}

const wholeOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;

/** What the service itself reads: fields that a library would have hoisted out of `extra_body` say nothing here. */
function mayThink(fields: Fields, dialect: RequestForm, model: string): boolean {
  const type = fieldsOf(fields.thinking)?.type;
  if (dialect === "anthropic" && typeof type === "string") return type !== "disabled";
  if (typeof fields.enable_thinking === "boolean") return fields.enable_thinking;
  const effort = dialect === "responses" ? fieldsOf(fields.reasoning)?.effort : fields.reasoning_effort;
  const isOff = effort === "none" && (dialect === "responses" || outputLimitOf(model).effort === true);
  return !isOff && mayThinkUnasked(model);
}

/** Null where the dialect has no budget, or adding one would do more than limit. */
function budgetOf(fields: Fields, dialect: RequestForm, model: string, answer: number | null): Knob | null {
  const { budget } = outputLimitOf(model);
  if (budget === null || dialect === "responses") return null;
  const knob = { most: budget, least: LEAST_THOUGHTS };
  if (dialect === "openai") {
    // The service refuses both together.
    if (fields.reasoning_effort !== undefined) return null;
    return { ...knob, field: "thinking_budget", own: wholeOf(fields.thinking_budget) };
  }
  const thinking = fieldsOf(fields.thinking);
  const isOn = thinking ? thinking.type === "enabled" : findModel(model)?.thinkingDefault === true;
  // A budget must be below the limit of the answer.
  if (!isOn || (answer !== null && answer <= LEAST_THOUGHTS)) return null;
  return { ...knob, field: "thinking.budget_tokens", own: wholeOf(thinking?.budget_tokens) };
}

function findHolds(fields: Fields, { dialect, model, completion }: BoundedRequest): Holds {
  const limits = outputLimitOf(model);
  const thinks = mayThink(fields, dialect, model);
  const count = dialect === "openai" ? (wholeOf(fields.n) ?? 1) : 1;
  const least = Math.max(1, Math.ceil(completion));
  const [total, part] = [wholeOf(fields.max_completion_tokens), wholeOf(fields.max_tokens)];
  if (dialect === "openai" && limits.holdsBoth && (total !== null || part === null)) {
    const knob = { field: "max_completion_tokens", own: total, most: limits.answer };
    const answer = { ...knob, least: least + (thinks ? LEAST_THOUGHTS : 0) };
    return { answer, thoughts: null, unheld: 0, thinks, count, below: false };
  }
  const field =
    dialect === "responses"
      ? "max_output_tokens"
      : dialect === "openai" && total !== null
        ? "max_completion_tokens"
        : "max_tokens";
  const own = wholeOf(fields[field]);
  const answer = { field, own, most: limits.answer, least };
  if (!thinks) return { answer, thoughts: null, unheld: 0, thinks, count, below: false };
  const thoughts = budgetOf(fields, dialect, model, own);
  const below = thoughts !== null && dialect === "anthropic";
  return {
    answer: below ? { ...answer, least: Math.max(least, LEAST_THOUGHTS + 1) } : answer,
    thoughts,
    unheld: thoughts ? 0 : limits.thoughts,
    thinks,
    count,
    below,
  };
}

/** The service then reads more than the body: what it has found, or a conversation that it keeps. */
function isOpen(fields: Fields): boolean {
  const searches = fields.enable_search === true || fields.enable_code_interpreter === true;
  const goesOn = [fields.previous_response_id, fields.conversation].some((id) => id != null);
  const ownTools = listOf(fields.tools).some((tool) => {
    const type = fieldsOf(tool)?.type;
    return typeof type === "string" && type !== "function" && type !== "custom";
  });
  return searches || goesOn || ownTools;
}

const leastOf = ({ own, least }: Knob): number => Math.min(own ?? least, least);
const mostOf = ({ own, most }: Knob): number => own ?? most;

/** Shares `room` tokens between the answer and the thoughts before it, both at their least at least. */
function share(
  { answer, thoughts, unheld, below }: Holds,
  room: number,
): { answer: number; thoughts: number } {
  const forAnswer = room - (unheld ?? 0);
  if (!thoughts) return { answer: Math.min(mostOf(answer), forAnswer), thoughts: 0 };
  const half = Math.floor((forAnswer - leastOf(answer) - leastOf(thoughts)) / 2);
  const first = Math.min(mostOf(thoughts), leastOf(thoughts) + half);
  const given = Math.min(mostOf(answer), forAnswer - first);
  const rest = below ? Math.min(forAnswer - given, given - 1) : forAnswer - given;
  return { answer: given, thoughts: Math.min(mostOf(thoughts), rest) };
}

function setField(fields: Fields, field: string, tokens: number): Fields {
  if (field !== "thinking.budget_tokens") return { ...fields, [field]: tokens };
  return { ...fields, thinking: { type: "enabled", ...fieldsOf(fields.thinking), budget_tokens: tokens } };
}

/** What of a body is the prompt itself. */
const PROMPT_FIELDS: ReadonlySet<string> = new Set(["messages", "system", "input", "instructions", "tools"]);

/** The parameters beside the prompt as a request was sent with them, as JSON text. */
export function writeSentParameters(body: string, added: readonly AddedLimit[]): string {
  const held = addLimits(fieldsOf(JSON.parse(body)) ?? {}, added);
  return JSON.stringify(
    Object.fromEntries(Object.entries(held).filter(([name]) => !PROMPT_FIELDS.has(name))),
  );
}

const addLimits = (fields: Fields, added: readonly AddedLimit[]): Fields =>
  added.reduce((now, { field, tokens }) => setField(now, field, tokens), fields);

/**
 * The request as it is to be sent. The reader's own lower limits stay, and nothing but limits is added, so that what a cache
 * keeps of it stays the same. Never throws.
 * @param left money that it may cost at most, all of it; null = as much as it will: then nothing is added
 */
export function boundOutput(request: BoundedRequest, left: number | null): OutputBound {
  const { body, prompt, rates, model } = request;
  const fields = fieldsOf(JSON.parse(body)) ?? {};
  const open = isOpen(fields);
  const holds = findHolds(fields, request);
  const rate = holds.thinks ? rates.outputThinking : rates.output;
  const costOf = (tokens: number): number | null =>
    rate === null || rates.input === null
      ? null
      : addAmounts([
          roundAmount((prompt * rates.input) / 1_000_000),
          roundAmount((tokens * holds.count * rate) / 1_000_000),
        ]);
  const { answer, thoughts, unheld } = holds;
  if (left === null) {
    const longest = thoughts ? (thoughts.own ?? outputLimitOf(model).thoughts) : unheld;
    // One field that holds both leaves as much as both can be, where it is not given.
    const free = answer.field === "max_completion_tokens" && holds.thinks ? outputLimitOf(model).thoughts : 0;
    const end = answer.own ?? (free === null ? null : answer.most + free);
    const most = open || longest === null || end === null ? null : costOf(end + longest);
    return { ok: true, body, most, added: [] };
  }
  if (open) return { ok: false, why: "open" };
  if (unheld === null) return { ok: false, why: "unheld" };
  const tokens = leastOf(answer) + (thoughts ? leastOf(thoughts) : 0) + unheld;
  const needs = costOf(tokens);
  if (needs === null || rate === null) return { ok: false, why: "unpriced" };
  if (needs > left) return { ok: false, why: "past", needs, tokens };
  const perToken = (rate * holds.count) / 1_000_000;
  const all = mostOf(answer) + (thoughts ? mostOf(thoughts) : 0) + unheld;
  let room = perToken === 0 ? all : Math.min(all, tokens + Math.floor((left - needs) / perToken));
  while (room > tokens && (costOf(room) ?? 0) > left) room -= 1;
  const given = share(holds, room);
  const added: AddedLimit[] = [];
  const hold = (knob: Knob | null, allowed: number): void => {
    if (knob && (knob.own === null || allowed < knob.own)) added.push({ field: knob.field, tokens: allowed });
  };
  hold(answer, given.answer);
  hold(thoughts, given.thoughts);
  return {
    ok: true,
    body: added.length === 0 ? body : JSON.stringify(addLimits(fields, added)),
    most: costOf(given.answer + given.thoughts + unheld),
    added,
  };
}
