/** Tools that share a name, or that following requests write differently. */
import { placeName } from "../../prompt/json-pointer";
import type { Tool } from "../../prompt/prompt";
import { tell } from "../../words/message";
import { compareTools } from "../compare-tools";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

const tool = (description: string, name = "open_ticket") => ({
  type: "function",
  function: { name, description, parameters: { type: "object", properties: {} } },
});
const search = tool("Searches the manual.", "search_manual");
const requestWith = (tools: readonly object[]) => ({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [textPart(LONG_TEXT, true)] },
    { role: "user", content: "How do I reset the device?" },
  ],
  tools,
});

export const toolsUnstable: Rule = {
  id: "tools-unstable",
  severity: "warning",
  title: tell("lintRules.toolsUnstable"),
  summary: tell("lintRules.toolsUnstableWhy"),
  evidence: "documented",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: {
      ...exampleOf(
        requestWith([
          tool("Opens a ticket."),
          search,
          tool("Opens a ticket for a customer."),
          tool("Opens a ticket."),
        ]),
      ),
      following: [JSON.stringify(requestWith([search, tool("Opens a ticket.")]), null, 2)],
    },
  },
  check: (context) => [...findSameNames(context), ...findChanges(context)],
};

/** A name that a list holds twice. */
function findSameNames({ text, prompt }: LintContext): Finding[] {
  /** By name the first of them, and by how they are written. */
  const byName = new Map<string, { readonly first: Tool; readonly byText: Map<string, Tool> }>();
  return prompt.tools.flatMap((later, index): Finding[] => {
    const { name, pointer, range } = later;
    if (name === null) return [];
    const written = JSON.stringify(later.value);
    const earlier = byName.get(name);
    if (!earlier) {
      byName.set(name, { first: later, byText: new Map([[written, later]]) });
      return [];
    }
    const { first, byText } = earlier;
    const same = byText.get(written);
    if (!same) byText.set(written, later);
    if (!same) {
      const message = tell("lint.sameToolName", {
        place: placeName(pointer),
        first: placeName(first.pointer),
        name: quote(name),
      });
      return [{ message, pointer, range, evidence: "inferred" }];
    }
    return [
      {
        severity: "warning",
        message: tell("lint.sameTool", {
          place: placeName(pointer),
          first: placeName(same.pointer),
          name: quote(name),
        }),
        pointer,
        range,
        evidence: "inferred",
        ...removeItem(text, prompt.tools[index - 1], later),
      },
    ];
  });
}

/** The first following request whose tools differ; those after it would say the same again. */
function findChanges(context: LintContext): Finding[] {
  const { prompt, following } = context;
  let before = prompt;
  for (const [index, later] of following.entries()) {
    const change = compareTools(before.tools, later.tools);
    before = later;
    if (change === null) continue;
    const tool = prompt.tools[change.at] ?? prompt.tools.at(-1);
    const message = tell("lint.toolsChanged", { request: index + 2, change: change.says });
    return [{ message, pointer: tool?.pointer ?? "", range: tool?.range ?? startOfRequest(context) }];
  }
  return [];
}

const quote = (name: string): string => JSON.stringify(name.slice(0, 60));

/** Takes an item out with the comma before it; nothing where a comment stands between. */
function removeItem(text: string, before: Tool | undefined, { range }: Tool): { fix?: Fix } {
  if (!before || !/^\s*,\s*$/.test(text.slice(before.range.end, range.start))) return {};
  const edit = { range: { start: before.range.end, end: range.end }, text: "" };
  return offerFix(tell("lintFixes.removeCopy"), { ok: true, edits: [edit] });
}
