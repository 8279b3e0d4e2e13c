/** Thinking in past answers, which the chat template may leave out later. */
import { readingOf } from "../../offers/readings";
import { isWithin, placeName } from "../../prompt/json-pointer";
import type { Message } from "../../prompt/prompt";
import { chooseTemplate } from "../../tokens/choose-template";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, MARKER, soundRequest } from "../example-request";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import { coveredParts } from "../opening-texts";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";
import { switchOn } from "../switch-property";

export const reasoningInHistory: Rule = {
  id: "reasoning-in-history",
  severity: "warning",
  title: tell("lintRules.reasoningInHistory"),
  summary: tell("lintRules.reasoningInHistoryWhy"),
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: "How do I reset the device?" },
        {
          role: "assistant",
          content: null,
          reasoning_content: "The manual has a page on this. I read it.",
          tool_calls: [
            { id: "a", type: "function", function: { name: "read_page", arguments: '{"page": 12}' } },
          ],
        },
        {
          role: "tool",
          tool_call_id: "a",
          content: [{ type: "text", text: "Hold the button for ten seconds.", cache_control: MARKER }],
        },
      ],
    }),
  },
  check: (context) => {
    const { prompt, model, layout } = context;
    const template = model?.template ? chooseTemplate(model, prompt.preserveThinking) : null;
    if (!template || template.name.endsWith("thinking kept")) return [];
    const reading = readingOf(layout.readings, "reasoning-shown");
    if (reading === "always") return [];
    const query = reading === "never" ? prompt.messages.length : prompt.messages.findLastIndex(isQuestion);
    const shown = prompt.messages.slice(query + 1).filter(hasThinking);
    const dropped = prompt.messages.slice(0, query + 1).filter(hasThinking);
    return [...explainShown(context, shown), ...explainDropped(context, dropped)];
  },
};

const hasThinking = ({ role, reasoning, parts }: Message): boolean =>
  role === "assistant" &&
  ((reasoning ?? "").trim() !== "" ||
    parts.some(({ kind, text }) => (kind === "reasoning" ? text.trim() !== "" : /^\s*<think>/.test(text))));

/** A question, not a message that only carries the results of calls. */
const isQuestion = ({ role, parts }: Message): boolean =>
  role === "user" && (parts.length === 0 || parts.some(({ kind }) => kind !== "tool-result"));

/** Rendered now, gone with the next question; a note where no marker's prefix holds it. */
function explainShown(context: LintContext, [first, ...more]: readonly Message[]): Finding[] {
  if (!first) return [];
  const covered = coveredParts(context);
  const { prompt, layout } = context;
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  const at = prompt.messages.indexOf(first);
  const isCovered = prompt.messages
    .slice(at)
    .some(({ pointer, parts }) =>
      parts.length > 0
        ? parts.some((part) => covered?.has(part.pointer))
        : isWithin(last?.pointer ?? "", pointer),
    );
  return [
    {
      message: tell("lint.thinkingShown", placeOf(context, first, more.length)),
      pointer: first.pointer,
      range: first.range,
      ...(isCovered ? {} : { severity: "info" }),
      ...mendOf(context),
    },
  ];
}

/** Sent, but not rendered: it costs nothing and is in no prefix. */
function explainDropped(context: LintContext, [first, ...more]: readonly Message[]): Finding[] {
  if (!first) return [];
  return [
    {
      severity: "info",
      message: tell("lint.thinkingDropped", placeOf(context, first, more.length)),
      pointer: first.pointer,
      range: first.range,
      ...mendOf(context),
    },
  ];
}

const placeOf = (context: LintContext, { pointer }: Message, more: number) => ({
  place: placeName(pointer),
  more,
  model: context.modelName ?? context.model?.model ?? tell("lint.theModel"),
  switch: hasSwitch(context) ? "offered" : "none",
});

/** Qwen3.6 and 3.7 have the switch, in the OpenAI dialect. */
const hasSwitch = ({ model, prompt }: LintContext): boolean =>
  /^qwen3\.[67]/.test(model?.model ?? "") && prompt.dialect === "openai" && !prompt.bare;

const mendOf = (context: LintContext): ReturnType<typeof offerFix> =>
  hasSwitch(context)
    ? offerFix(
        tell("lintFixes.switchOn", { key: "preserve_thinking" }),
        switchOn(context.text, "preserve_thinking"),
      )
    : {};
