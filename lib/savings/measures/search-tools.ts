/** Offers one tool that finds the others, and appends the found definitions to the conversation: the prefix stays. */
import { parsePrompt } from "../../prompt/parse";
import type { Dialect } from "../../prompt/prompt";
import type { ToolRound, Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import type { JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { withFewTools } from "../without-events";
import { writeTools } from "../write-tools";

const NAME = "search_tools";
const DESCRIPTION = "Finds tools by what they do and gives their definitions.";
const PARAMETERS = { type: "object", properties: { query: { type: "string" } }, required: ["query"] };

/** Seconds that the search takes. */
const SEARCH_GAP = 2;

const searchTool = (dialect: Dialect): JsonValue =>
  dialect === "anthropic"
    ? { name: NAME, description: DESCRIPTION, input_schema: PARAMETERS }
    : dialect === "responses"
      ? { type: "function", name: NAME, description: DESCRIPTION, parameters: PARAMETERS }
      : { type: "function", function: { name: NAME, description: DESCRIPTION, parameters: PARAMETERS } };

export const searchTools: Measure = {
  id: "search-tools",
  title: tell("measures.searchTools"),
  kind: "payload",
  instead: "tools",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.searchToolsRisk"),
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const { scenario } = settings;
    const tools = prompt && findCalledTools(prompt, scenario);
    if (!tools || !scenario) return fail(tell("measures.noneToFind"));
    const known = new Set(tools.before);
    let searches = 0;
    const turns = withFewTools(scenario, 1 + tools.before.size).turns.map((turn, index): Turn => {
      const fresh = [...(tools.byTurn[index] ?? [])].filter((name) => !known.has(name));
      if (fresh.length === 0) return turn;
      for (const name of fresh) known.add(name);
      searches++;
      const found = tools.called.filter(({ name }) => fresh.includes(name ?? "")).map(({ value }) => value);
      const round: ToolRound = {
        gap: SEARCH_GAP,
        calls: [
          {
            name: NAME,
            arguments: JSON.stringify({ query: fresh.join(" ") }),
            result: JSON.stringify(found),
          },
        ],
      };
      return { ...turn, rounds: [round, ...(turn.rounds ?? [])] };
    });
    if (searches === 0) return fail(tell("measures.allKnown"));
    const kept = tools.called.filter(({ name }) => tools.before.has(name ?? ""));
    const listed = writeTools(text, [{ value: searchTool(prompt.dialect) }, ...kept]);
    const what = tell("measures.offerSearch", { count: searches });
    return { ok: true, text: listed, settings: { ...settings, scenario: { ...scenario, turns } }, what };
  },
};
