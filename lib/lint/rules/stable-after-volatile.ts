/** A long text that stays the same, behind words or parts that change. */

import { type ChangingSpan, listVolatile } from "../../changing/changing-text";
import { placeName } from "../../prompt/json-pointer";
import type { Prompt } from "../../prompt/prompt";
import { limitsOf } from "../../systems/mark-model-studio";
import { tell } from "../../words/message";
import { listCommonStarts } from "../common-start";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import type { LintContext } from "../lint-context";
import { lineAround, moveLine, moveWords } from "../move-line";
import { coveredParts, openingMessages, type PartText, textsOf } from "../opening-texts";
import { partSpans } from "../part-spans";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";
import { sourceRange } from "../source-range";
import { tellTokens } from "../tell-tokens";

export const stableAfterVolatile: Rule = {
  id: "stable-after-volatile",
  severity: "warning",
  title: tell("lintRules.stableAfterVolatile"),
  summary: tell("lintRules.stableAfterVolatileWhy"),
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        {
          role: "system",
          content: `You answer from the manual.\nCurrent time: 2026-11-21 09:30:12\n${LONG_TEXT}`,
        },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => [...findBehindWords(context), ...findBehindParts(context)],
};

/** Words of the opening with their place in tokens; within a part that is a share of the part's. */
interface PlacedWords {
  readonly string: PartText;
  readonly words: ChangingSpan;
  readonly start: number;
  readonly end: number;
}

/**
 * Volatile words before a long stretch of the opening. Those before the last marker are another rule's. A newest
 * message of the user is never called stable: it is what this request is about.
 */
function findBehindWords(context: LintContext): Finding[] {
  const newest = context.prompt.messages.at(-1);
  const opening = openingMessages(context).filter(
    (message) => message !== newest || message.role === "system",
  );
  const spans = partSpans(context);
  const covered = coveredParts(context);
  const placed: PlacedWords[] = [];
  let opens = 0;
  for (const string of textsOf(context, opening)) {
    const span = spans.get(string.part);
    if (!span) continue;
    opens = Math.max(opens, span.end);
    const at = (offset: number): number =>
      span.start + Math.round(((span.end - span.start) * offset) / Math.max(1, string.value.length));
    for (const words of listVolatile(string.value, context.changing)) {
      placed.push({ string, words, start: at(words.start), end: at(words.end) });
    }
  }
  placed.sort((a, b) => a.start - b.start);
  const { minimum } = limitsOf(context.model, context.layout.readings);
  // A stretch runs to the next volatile words, or to the end of the opening.
  const stretches = placed.map(({ end }, index) => (placed[index + 1]?.start ?? opens) - end);
  // The longest of each stretch and those behind it.
  const longestFrom = stretches.slice();
  for (let index = longestFrom.length - 2; index >= 0; index--) {
    longestFrom[index] = Math.max(longestFrom[index] ?? 0, longestFrom[index + 1] ?? 0);
  }
  return placed.flatMap(({ string, words }, index): Finding[] => {
    const longest = longestFrom[index] ?? 0;
    if (covered?.has(string.part) || longest < minimum) return [];
    return [
      {
        message: tell("lint.stableBehindWords", {
          tokens: tellTokens(longest),
          place: placeName(string.pointer),
        }),
        pointer: string.pointer,
        range: sourceRange(context.text, string, words),
        mend: () => mendOf(context, string, words, opens, minimum),
      },
    ];
  });
}

/** Into the newest user message, while that is a short one: else the line would stand before a long text again. */
function mendOf(
  context: LintContext,
  string: PartText,
  words: ChangingSpan,
  opens: number,
  minimum: number,
): ReturnType<typeof moveLine> {
  const newest = context.measured.segments.at(-1);
  if (words.kind === "billing" || !newest || newest.tokens >= minimum) return {};
  const line = lineAround(string, words);
  return line
    ? moveLine(context, string, line, opens, "user")
    : moveWords(context, string, words, opens, "user");
}

/** Long parts that every following request holds too, but behind something that differs. */
function findBehindParts(context: LintContext): Finding[] {
  const { prompt, model, layout, following } = context;
  if (following.length === 0) return [];
  const starts = [...new Set(listCommonStarts(context))];
  const spans = partSpans(context);
  const { minimum } = limitsOf(model, layout.readings);
  const texts = prompt.messages.flatMap((message) => message.parts.filter(({ kind }) => kind === "text"));
  const first = prompt.messages
    .flatMap((message) => message.parts)
    .find(({ pointer }) => starts.some((common) => !common.has(pointer)));
  let held: readonly ReadonlySet<string>[] | null = null;
  return texts.flatMap(({ pointer, range, text }): Finding[] => {
    const span = spans.get(pointer);
    const tokens = span ? span.end - span.start : 0;
    if (tokens < minimum || !first || first.pointer === pointer) return [];
    const isLate =
      starts.every((common) => !common.has(pointer)) && !starts.every((c) => c.has(first.pointer));
    if (!isLate) return [];
    held ??= following.map(textsIn);
    if (!held.every((list) => list.has(text))) return [];
    return [
      {
        message: tell("lint.stableBehindPart", {
          place: placeName(pointer),
          tokens: tellTokens(tokens),
          first: placeName(first.pointer),
        }),
        pointer,
        range,
      },
    ];
  });
}

const textsIn = (prompt: Prompt): ReadonlySet<string> =>
  new Set(prompt.messages.flatMap(({ parts }) => parts.map(({ text }) => text)));
