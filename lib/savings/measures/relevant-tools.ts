/** Offers in each turn only the tools that it calls, as a router by relevance does: another list each time. */
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { offerByTurn } from "../offer-by-turn";

export const relevantTools: Measure = {
  id: "relevant-tools",
  title: tell("measures.relevantTools"),
  kind: "payload",
  instead: "tools",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.relevantToolsRisk"),
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const { scenario } = settings;
    const tools = prompt && findCalledTools(prompt, scenario);
    if (!tools || !scenario) return fail(tell("measures.noRelevant"));
    const offered = offerByTurn(text, scenario, tools, 0);
    if (offered.changes === 0) return fail(tell("measures.sameCalls"));
    return {
      ok: true,
      text: offered.text,
      settings: { ...settings, scenario: offered.scenario },
      what: tell("measures.offerCalled", { count: offered.changes }),
    };
  },
};
