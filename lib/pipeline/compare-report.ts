/** What a document's scenario would read, write and cost on every cache system: one row a system, model and mode. */
import { compareSystems } from "../compare/compare-systems";
import type { AskedSystem, ComparedSystem } from "../compare/compared-system";
import { listAskedSystems } from "../compare/list-asked";
import type { SystemFamily, SystemKind } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import type { CounterFor } from "../tokens/token-counter";
import type { Progress } from "../values/progress";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface CompareRow extends ComparedSystem {
  /** What was asked for: the same again plays the same. */
  readonly asked: AskedSystem;
  readonly family: SystemFamily;
  readonly kind: SystemKind;
}

export interface CompareReport {
  /** Model Studio's own systems first, with the document's model; then all others in the order of their register. */
  readonly rows: readonly CompareRow[];
}

export interface CompareQuestion {
  readonly kind: "compare-systems";
  readonly text: string;
  readonly settings: Settings;
  /** Absent = all that are listed, without reasons; given, with reasons and the lives of their entries. */
  readonly systems?: readonly AskedSystem[];
}

const OWN: readonly (readonly [system: string, name: string, kind: SystemKind])[] = [
  ["model-studio", "Model Studio, as the markers say", "explicit"],
  ["model-studio-session", "Model Studio, session cache", "automatic"],
];

const listOwn = (): AskedSystem[] =>
  OWN.map(([system, name]) => ({ system, model: null, name, options: {} }));

function placeOf({ system, options }: AskedSystem): Pick<CompareRow, "family" | "kind"> {
  const found = findComparable(system);
  if (found) return { family: found.family, kind: found.kindOf(options) };
  if (system === "route") return { family: "route", kind: "routed" };
  const own = OWN.find(([id]) => id === system);
  return { family: "model-studio", kind: own?.[2] ?? "explicit" };
}

/**
 * Plays the document's scenario, with its placement, on each system; yields how many are done. Model Studio's rows have
 * the figures of the page's own ledger. Null where the text is no request.
 */
export function* reportComparison(
  { text, settings, systems }: CompareQuestion,
  open: DocumentOpener,
  counterFor: CounterFor,
): Generator<Progress, CompareReport | null> {
  const { document } = open(text, settings);
  if (!document) return null;
  const { turns } = document;
  const asked = systems ?? [...listOwn(), ...listAskedSystems()];
  const comparison = compareSystems(
    {
      requests: turns.map(({ timed, ready }) => ({
        at: timed.at,
        duration: timed.duration,
        firstToken: timed.duration,
        completion: timed.completion,
        conversation: null,
        prompt: ready.prompt,
      })),
      systems: asked,
      explain: systems !== undefined,
      lives: systems !== undefined,
      ...(settings.rulesOn ? { on: settings.rulesOn } : {}),
      own: { requests: turns.map(({ timed }) => timed), options: simulationOptions(settings) },
    },
    counterFor,
  );
  const rows: CompareRow[] = [];
  for (const compared of comparison) {
    const one = asked[rows.length];
    if (!one) break;
    rows.push({ ...compared, asked: one, ...placeOf(one) });
    yield { done: rows.length, total: asked.length };
  }
  return { rows };
}
