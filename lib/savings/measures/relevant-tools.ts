/** Offers in each turn only the tools that it calls, as a router by relevance does: another list each time. */
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { formatMany } from "../../values/figures";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { offerByTurn } from "../offer-by-turn";

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
    const offered = offerByTurn(text, scenario, tools, 0);
    if (offered.changes === 0) return fail("Every turn calls the same tools.");
    return {
      ok: true,
      text: offered.text,
      settings: { ...settings, scenario: offered.scenario },
      what: `Offer what each turn calls: ${formatMany(offered.changes, "change")} of the list`,
    };
  },
};
