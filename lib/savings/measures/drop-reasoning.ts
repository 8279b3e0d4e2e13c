/** Leaves the reasoning of past answers out of the document. */
import { applyEdits } from "../../prompt/apply-edits";
import { type EditResult, editInSteps } from "../../prompt/marker-edits";
import { parsePrompt } from "../../prompt/parse";
import { dropThoughts } from "../../prompt/responses/drop-thoughts";
import { removeProperty } from "../../prompt/value-edit";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

export const dropReasoning: Measure = {
  id: "drop-reasoning",
  title: tell("measures.dropReasoning"),
  kind: "payload",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.dropReasoningRisk"),
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const holders =
      prompt?.messages.filter(({ reasoning }) => reasoning !== null && reasoning.trim() !== "") ?? [];
    if (holders.length === 0) return fail(tell("measures.noReasoning"));
    const steps = holders.map(
      ({ pointer }) =>
        (rest: string): EditResult =>
          removeProperty(rest, `${pointer}/reasoning_content`),
    );
    const edits = prompt?.dialect === "responses" ? dropThoughts(text) : editInSteps(text, steps);
    if (!edits.ok) return edits;
    const what = tell("measures.leaveReasoning", { count: holders.length });
    return { ok: true, text: applyEdits(text, edits.edits), settings, what };
  },
};
