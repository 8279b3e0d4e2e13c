/** Names problems from one analysis to the next: what is typed before one moves it, and it stays the same problem. */
import type { Diagnostic } from "../../lib/lint/diagnostic";

/** A key for each problem, by its rule and where it stands in the document; several at one place are told apart by their order. */
export function keyProblems(diagnostics: readonly Pick<Diagnostic, "rule" | "pointer">[]): readonly string[] {
  const counts = new Map<string, number>();
  return diagnostics.map(({ rule, pointer }) => {
    const place = `${rule} ${pointer}`;
    const order = counts.get(place) ?? 0;
    counts.set(place, order + 1);
    return `${place} ${order}`;
  });
}
