/** Leaves the reasoning of past answers out of the document. */
import { applyEdits } from "../../prompt/apply-edits";
import { type EditResult, editInSteps } from "../../prompt/marker-edits";
import { parsePrompt } from "../../prompt/parse";
import { removeProperty } from "../../prompt/value-edit";
import { fail } from "../../values/failure";
import { formatMany } from "../../values/figures";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

export const dropReasoning: Measure = {
  id: "drop-reasoning",
  title: "Leave the reasoning of past answers out",
  kind: "payload",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "The model no longer sees why it answered as it did; in a tool loop that can cost it the thread.",
  find({ text, settings }) {
    const { prompt } = parsePrompt(text);
    const holders =
      prompt?.messages.filter(({ reasoning }) => reasoning !== null && reasoning.trim() !== "") ?? [];
    if (holders.length === 0) return fail("No past answer in the document brings its reasoning along.");
    const steps = holders.map(
      ({ pointer }) =>
        (rest: string): EditResult =>
          removeProperty(rest, `${pointer}/reasoning_content`),
    );
    const edits = editInSteps(text, steps);
    if (!edits.ok) return edits;
    const what = `Leave out the reasoning of ${formatMany(holders.length, "past answer")}`;
    return { ok: true, text: applyEdits(text, edits.edits), settings, what };
  },
};
