/** Counts a prompt as long as it was sent, though words of it were taken out and shorter or longer ones stand there. */
import type { Measured, MeasuredSegment } from "./measured";

/** A part that had other words when it was sent. */
export interface LengthChange {
  /** Index of its segment, and of the cut at its end within that. */
  readonly segment: number;
  readonly cut: number;
  /** Tokens that it had more than it has now; below zero where it had fewer. */
  readonly tokens: number;
}

/** Prefixes, total and bands moved by what was taken out before them. */
export function restoreLengths(measured: Measured, changes: readonly LengthChange[]): Measured {
  if (changes.length === 0) return measured;
  let added = 0;
  /** Tokens added up to each prefix, in ascending order. */
  const steps: { readonly prefix: number; readonly added: number }[] = [];
  const segments = measured.segments.map((segment, order): MeasuredSegment => {
    const start = added;
    const own = changes.filter((change) => change.segment === order);
    const cuts = segment.cuts.map((cut, index) => {
      for (const change of own) if (change.cut === index) added += change.tokens;
      steps.push({ prefix: cut.prefix, added });
      return { ...cut, prefix: cut.prefix + added };
    });
    return { ...segment, cuts, prefix: segment.prefix + added, tokens: segment.tokens + added - start };
  });
  const [first] = segments;
  const addedAt = (prefix: number): number => steps.findLast((step) => step.prefix <= prefix)?.added ?? 0;
  const { low, high } = measured.precision;
  return {
    ...measured,
    segments,
    tools: first?.role === "tools" ? first.tokens : measured.tools,
    total: measured.total + added,
    precision: { ...measured.precision, low: low + added, high: high + added },
    bandSteps: measured.bandSteps.map((step) => ({ ...step, prefix: step.prefix + addedAt(step.prefix) })),
  };
}
