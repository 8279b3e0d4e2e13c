/** Offers in each turn only the tools that it calls, as a router by relevance does: another list each time. */
import { parsePrompt } from "../../prompt/parse";
import type { PlayEvent } from "../../timeline/play-event";
import type { Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { formatMany } from "../../values/figures";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { withFewTools } from "../without-events";
import { writeTools } from "../write-tools";

export const relevantTools: Measure = {
  id: "relevant-tools",
  title: "Offer only the relevant tools in each turn",
  kind: "payload",
  instead: "tools",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "Every change of the list throws the whole cache away; a stable few do not.",
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const { scenario } = settings;
    const tools = prompt && findCalledTools(prompt, scenario);
    if (!tools || !scenario)
      return fail("No tool of the document is called, so nobody can tell which are relevant.");
    const definitions = new Map(tools.called.map(({ name, value }) => [name ?? "", JSON.stringify(value)]));
    let offered: ReadonlySet<string> = tools.before;
    let changes = 0;
    // Each turn has a list of its own: its order is of no account any more.
    const turns = withFewTools(scenario, 0).turns.map((turn, index): Turn => {
      const wanted = tools.byTurn[index] ?? new Set<string>();
      const events: PlayEvent[] = [
        ...[...offered]
          .filter((name) => !wanted.has(name))
          .map((name) => ({ kind: "remove-tool", name }) as const),
        ...[...wanted]
          .filter((name) => !offered.has(name))
          .map((name) => ({ kind: "add-tool", name, definition: definitions.get(name) ?? "" }) as const),
      ];
      if (events.length === 0) return turn;
      offered = wanted;
      changes++;
      return { ...turn, events: [...(turn.events ?? []), ...events] };
    });
    if (changes === 0) return fail("Every turn calls the same tools.");
    const first = tools.called.filter(({ name }) => tools.before.has(name ?? ""));
    const what = `Offer what each turn calls: ${formatMany(changes, "change")} of the list`;
    return {
      ok: true,
      text: writeTools(text, first),
      settings: { ...settings, scenario: { ...scenario, turns } },
      what,
    };
  },
};
