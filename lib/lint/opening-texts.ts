/** Finds the texts that a client writes anew for each request and that lie before the last breakpoint. */
import { nodeAt } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import { findStrings, type PlacedString } from "./find-strings";
import type { LintContext } from "./lint-context";

/**
 * Strings of tools, system messages and the user messages before the first answer, as far as the last effective
 * marker's prefix goes; empty where there is no such marker. Answers, tool results and later user messages are left
 * out: they are history, which is sent again as it was, whatever clock stands in it.
 */
export function openingTexts(context: LintContext): PlacedString[] {
  const { layout, measured, prompt, text } = context;
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  if (!last) return [];
  const { root } = parseJson(text);
  const covered = new Set(
    measured.segments.flatMap(({ cuts }) =>
      cuts.filter(({ prefix }) => prefix <= last.prefix).map(({ pointer }) => pointer),
    ),
  );
  const firstAnswer = prompt.messages.findIndex(({ role }) => role !== "system" && role !== "user");
  const opening = prompt.messages.filter(({ role }, index) => {
    return role === "system" || (role === "user" && (firstAnswer < 0 || index < firstAnswer));
  });
  const parts = opening
    .flatMap((message) => message.parts)
    .filter(({ pointer, kind }) => kind === "text" && covered.has(pointer))
    .flatMap(({ pointer }) => {
      const node = nodeAt(root, pointer);
      return node?.type === "scalar"
        ? findStrings(node, pointer)
        : findStrings(nodeAt(root, `${pointer}/text`), `${pointer}/text`);
    });
  const tools = prompt.tools.flatMap(({ pointer }) => findStrings(nodeAt(root, pointer), pointer));
  return [...tools, ...parts].sort((a, b) => a.start - b.start);
}
