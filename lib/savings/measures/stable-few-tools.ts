/** Offers only the tools that the conversation calls, the same ones from the first request to the last. */
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { formatMany, formatNumber } from "../../values/figures";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { withFewTools } from "../without-events";
import { writeTools } from "../write-tools";

export const stableFewTools: Measure = {
  id: "stable-few-tools",
  title: "Offer a stable few tools",
  kind: "payload",
  instead: "tools",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "A conversation that needs another tool cannot call it.",
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const tools = prompt && findCalledTools(prompt, settings.scenario);
    if (!tools) return fail("No tool of the document is called, so nobody can tell which ones are needed.");
    if (tools.unused.length === 0) return fail("Every tool that is offered is called.");
    const all = tools.called.length + tools.unused.length;
    const what = `Offer the ${formatMany(tools.called.length, "tool")} that are called, of ${formatNumber(all)}`;
    const { scenario } = settings;
    const played = scenario && withFewTools(scenario, tools.called.length);
    return {
      ok: true,
      text: writeTools(text, tools.called),
      settings: { ...settings, scenario: played },
      what,
    };
  },
};
