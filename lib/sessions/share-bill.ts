/** Shares a session's bill among the kinds of segments it pays for. */

import type { Message } from "../prompt/prompt";
import type { RunSettings } from "../run/predict-run";
import { type Message as Told, tell } from "../words/message";
import type { Prediction, SessionStep } from "./prepare-session";
import { figuresOf, pricesOf, type TokenPrices } from "./price-request";
import type { BillKind, BillShare, SessionFigures } from "./session-view";

/** A stretch of the prompt of one kind. */
interface Stretch {
  readonly kind: BillKind;
  readonly end: number;
}

const KINDS: readonly BillKind[] = [
  "tools",
  "system",
  "user",
  "assistant",
  "tool results",
  "other",
  "completion",
];

const NAMES: Readonly<Record<BillKind, Told>> = {
  tools: tell("sessions.billTools"),
  system: tell("sessions.billSystem"),
  user: tell("sessions.billUser"),
  assistant: tell("sessions.billAssistant"),
  "tool results": tell("sessions.billToolResults"),
  other: tell("sessions.billOther"),
  completion: tell("sessions.billCompletion"),
};

export const nameBillKind = (kind: BillKind): Told => NAMES[kind];

function kindOf(message: Message | undefined, part: number): BillKind {
  if (!message) return "other";
  if (message.parts[part]?.kind === "tool-result" || message.role === "tool") return "tool results";
  if (message.role === "user" || message.role === "assistant") return message.role;
  return message.role === "system" || message.role === "developer" ? "system" : "other";
}

/** The rendered request from its start to its end. */
function listStretches({ ready: { prompt, measured } }: Prediction): Stretch[] {
  const messages = new Map(prompt.messages.map((message) => [message.pointer, message]));
  const [first] = measured.segments;
  const isHead = first?.role === "system" || first?.role === "tools";
  const stretches: Stretch[] = measured.tools > 0 ? [{ kind: "tools", end: measured.tools }] : [];
  for (const [order, { pointer, cuts, prefix }] of measured.segments.entries()) {
    if (order === 0 && isHead) {
      stretches.push({ kind: "system", end: prefix });
      continue;
    }
    const message = messages.get(pointer);
    cuts.forEach((cut, part) => {
      stretches.push({ kind: kindOf(message, part), end: cut.prefix });
    });
    stretches.push({ kind: kindOf(message, cuts.length - 1), end: prefix });
  }
  return [...stretches, { kind: "other", end: measured.total }];
}

/** Cost of the first `tokens` of a prompt: what is read comes first, then what is written. */
function costUpTo(tokens: number, { read, written }: SessionFigures, prices: TokenPrices): number {
  const hit = Math.min(tokens, read);
  const made = Math.min(tokens, read + written) - hit;
  const rest = tokens - hit - made;
  return hit * (prices.read ?? 0) + made * (prices.written ?? 0) + rest * (prices.uncached ?? 0);
}

const isPriced = ({ read, written, uncached, completion }: SessionFigures, prices: TokenPrices): boolean =>
  (read === 0 || prices.read !== null) &&
  (written === 0 || prices.written !== null) &&
  (uncached === 0 || prices.uncached !== null) &&
  (completion === 0 || prices.completion !== null);

/** Null where a price or a body is missing: shares of a part would mislead. */
export function shareBill(steps: readonly SessionStep[], settings: RunSettings): BillShare[] | null {
  const sums = new Map<BillKind, number>();
  const add = (kind: BillKind, amount: number): void => {
    sums.set(kind, (sums.get(kind) ?? 0) + amount / 1_000_000);
  };
  for (const step of steps) {
    const { prediction } = step;
    const figures = figuresOf(step);
    if (step.failure !== null) continue;
    const prices = pricesOf(step, settings);
    if (!prediction || !figures || !isPriced(figures, prices)) return null;
    // The bill may count other than the prediction: stretches grow with it.
    const scale = figures.prompt / Math.max(1, prediction.row.prompt);
    let [from, paid] = [0, 0];
    for (const { kind, end } of listStretches(prediction)) {
      if (end <= from) continue;
      const upTo = costUpTo(end * scale, figures, prices);
      add(kind, upTo - paid);
      [from, paid] = [end, upTo];
    }
    add("completion", figures.completion * (prices.completion ?? 0));
  }
  const total = [...sums.values()].reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  return KINDS.flatMap((kind) => {
    const cost = sums.get(kind) ?? 0;
    return cost > 0 ? [{ kind, cost, share: cost / total }] : [];
  });
}
