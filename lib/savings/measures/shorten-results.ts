/** Cuts long tool results before they enter the conversation, so that no cache is thrown away for it. */

import { applyEdits } from "../../prompt/apply-edits";
import { nodeAt } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { parsePrompt } from "../../prompt/parse";
import { replaceValue } from "../../prompt/value-edit";
import type { ScriptedCall } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

/** Tokens a result keeps, and about as many characters of a text. */
const KEPT_TOKENS = 200;
const KEPT_CHARACTERS = 4 * KEPT_TOKENS;

const cut = (text: string): string => `${text.slice(0, KEPT_CHARACTERS)} … (cut)`;

const isLong = (text: string): boolean => text.length > KEPT_CHARACTERS + 40;

function cutCall(call: ScriptedCall): ScriptedCall {
  if (call.resultTokens !== undefined)
    return call.resultTokens > KEPT_TOKENS ? { ...call, resultTokens: KEPT_TOKENS } : call;
  return isLong(call.result) ? { ...call, result: cut(call.result) } : call;
}

/** The document's own results, cut. */
function cutDocument(text: string): { readonly text: string; readonly count: number } {
  const { prompt } = parsePrompt(text);
  const { root } = parseJson(text);
  const edits = (prompt?.messages ?? []).flatMap(({ role, parts }) =>
    parts.flatMap((part) => {
      if ((part.kind !== "tool-result" && role !== "tool") || !isLong(part.text)) return [];
      const place = [part.pointer, `${part.pointer}/text`, `${part.pointer}/content`].find(
        (pointer) => nodeAt(root, pointer)?.type === "scalar",
      );
      const replaced = place === undefined ? null : replaceValue(text, place, JSON.stringify(cut(part.text)));
      return replaced?.ok ? replaced.edits : [];
    }),
  );
  return { text: applyEdits(text, edits), count: edits.length };
}

export const shortenResults: Measure = {
  id: "shorten-results",
  title: tell("measures.shortenResults"),
  kind: "payload",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.shortenResultsRisk"),
  find({ text, settings }) {
    const { scenario } = settings;
    let count = 0;
    const turns = scenario?.turns.map((turn) => {
      if (!turn.rounds) return turn;
      const rounds = turn.rounds.map((round) => ({
        ...round,
        calls: round.calls.map((call) => {
          const short = cutCall(call);
          if (short !== call) count++;
          return short;
        }),
      }));
      return { ...turn, rounds };
    });
    const own = cutDocument(text);
    if (count + own.count === 0) return fail(tell("measures.noLongResult", { tokens: KEPT_TOKENS }));
    const shortened = scenario && turns && count > 0 ? { ...scenario, turns } : scenario;
    const what = tell("measures.cutResults", { count: count + own.count, tokens: KEPT_TOKENS });
    return { ok: true, text: own.text, settings: { ...settings, scenario: shortened }, what };
  },
};
