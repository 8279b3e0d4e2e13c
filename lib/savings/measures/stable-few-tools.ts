/** Offers only the tools that the conversation calls, the same ones from the first request to the last. */
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { formatNumber } from "../../values/figures";
import { tell } from "../../words/message";
import { findCalledTools } from "../called-tools";
import { GATEWAY_ARTICLE, type Measure } from "../measure";
import { withFewTools } from "../without-events";
import { writeTools } from "../write-tools";

export const stableFewTools: Measure = {
  id: "stable-few-tools",
  title: tell("measures.stableFewTools"),
  kind: "payload",
  instead: "tools",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.stableFewToolsRisk"),
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const tools = prompt && findCalledTools(prompt, settings.scenario);
    if (!tools) return fail(tell("measures.noneCalled"));
    if (tools.unused.length === 0) return fail(tell("measures.allCalled"));
    const all = tools.called.length + tools.unused.length;
    const what = tell("measures.offerFew", { count: tools.called.length, all: formatNumber(all) });
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
