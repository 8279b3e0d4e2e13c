/** Tools that share a name. */

import { placeName } from "../../prompt/json-pointer";
import type { Tool } from "../../prompt/prompt";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

const tool = (description: string) => ({
  type: "function",
  function: { name: "open_ticket", description, parameters: { type: "object", properties: {} } },
});

export const toolsUnstable: Rule = {
  id: "tools-unstable",
  severity: "warning",
  title: "Two tools with one name",
  summary:
    "Tools stand at the head of the prompt, and any change of them changes every prefix. Two under one name mostly come from a list that is put together anew for each request; a call does not say which one is meant, and the service may refuse the request. The same tool twice costs its tokens twice.",
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
      tools: [tool("Opens a ticket."), tool("Opens a ticket for a customer."), tool("Opens a ticket.")],
    }),
  },
  check: ({ text, prompt }) => {
    const byName = new Map<string, Tool[]>();
    return prompt.tools.flatMap((later, index): Finding[] => {
      const { name, pointer, range } = later;
      if (name === null) return [];
      const earlier = byName.get(name) ?? [];
      byName.set(name, [...earlier, later]);
      const [first] = earlier;
      if (!first) return [];
      const same = earlier.find(({ value }) => JSON.stringify(value) === JSON.stringify(later.value));
      if (!same) {
        const message = `${placeName(pointer)} has the name of ${placeName(first.pointer)}, ${quote(name)}: a call does not say which one is meant, and the service may refuse the request.`;
        return [{ message, pointer, range }];
      }
      return [
        {
          severity: "warning",
          message: `${placeName(pointer)} is ${placeName(same.pointer)} once more, ${quote(name)}: its tokens are sent twice, and leaving it out later changes every prefix.`,
          pointer,
          range,
          ...removeItem(text, prompt.tools[index - 1], later),
        },
      ];
    });
  },
};

const quote = (name: string): string => JSON.stringify(name.slice(0, 60));

/** Takes an item out with the comma before it; nothing where a comment stands between. */
function removeItem(text: string, before: Tool | undefined, { range }: Tool): { fix?: Fix } {
  if (!before || !/^\s*,\s*$/.test(text.slice(before.range.end, range.start))) return {};
  const edit = { range: { start: before.range.end, end: range.end }, text: "" };
  return offerFix("Remove the second copy", { ok: true, edits: [edit] });
}
