/** Which of a document's tools a conversation really calls, and when. */
import type { Prompt, Tool } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";

export interface CalledTools {
  /** Those that are called somewhere, in the order of the document. */
  readonly called: readonly Tool[];
  readonly unused: readonly Tool[];
  /** Names called in each turn of the scenario, none of a tool the document does not have. */
  readonly byTurn: readonly ReadonlySet<string>[];
  /** Names the document's own messages call. */
  readonly before: ReadonlySet<string>;
}

/** Null where no tool of the document is called: nobody can tell then which ones are needed. */
export function findCalledTools(prompt: Prompt, scenario: Scenario | null): CalledTools | null {
  const known = new Set(prompt.tools.flatMap(({ name }) => name ?? []));
  const keepKnown = (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.filter((name) => known.has(name)));
  const before = keepKnown(
    prompt.messages.flatMap(({ calls, parts }) => [
      ...calls.map(({ name }) => name),
      ...parts.flatMap(({ call }) => call?.name ?? []),
    ]),
  );
  const byTurn = (scenario?.turns ?? []).map(({ rounds = [] }) =>
    keepKnown(rounds.flatMap(({ calls }) => calls.map(({ name }) => name))),
  );
  const all = new Set([...before, ...byTurn.flatMap((names) => [...names])]);
  const called = prompt.tools.filter(({ name }) => name !== null && all.has(name));
  if (called.length === 0) return null;
  return { called, unused: prompt.tools.filter((tool) => !called.includes(tool)), byTurn, before };
}
