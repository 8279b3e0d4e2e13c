/** Finds the secrets of a layout, in its document and in every text of its scenario, and takes them out. */
import { findStrings } from "../lint/find-strings";
import { REMOVED } from "../lint/rules/secret-in-request";
import { sourceRanges } from "../lint/source-range";
import { applyEdits } from "../prompt/apply-edits";
import { lastStep, placeName } from "../prompt/json-pointer";
import { parseJson } from "../prompt/json-tree";
import type { TextEdit, TextRange } from "../prompt/prompt";
import { findSecrets, findSecretsUnder, type Secret } from "../redact/find-secrets";
import { type Said, tell } from "../words/message";
import { mapScenario, type ScenarioTextKind } from "./map-scenario";
import type { SharedLayout } from "./shared-layout";

export interface LayoutSecret {
  /** With its article, e.g. `an API key`. */
  readonly name: Said;
  /** All but its last four characters hidden. */
  readonly masked: string;
  /** Where it stands, in words, e.g. `messages › 0 › content` or `the reply of turn 2`. */
  readonly place: Said;
}

export interface RedactedLayout {
  readonly layout: SharedLayout;
  readonly removed: readonly LayoutSecret[];
}

/** What is taken out may bring together what stood apart; that settles at once. */
const MAX_SEARCHES = 4;

const isJson = (kind: ScenarioTextKind): boolean => kind === "arguments" || kind === "body";

interface Removal {
  readonly edit: TextEdit;
  readonly secret: LayoutSecret;
}

const remove = (range: TextRange, { name, masked, quote = "" }: Secret, place: Said): Removal => ({
  edit: { range: { start: range.start, end: range.end }, text: quote + REMOVED + quote },
  secret: { name, masked, place },
});

const searchText = (text: string, place: Said): Removal[] =>
  findSecrets(text).map((secret) => remove(secret, secret, place));

/** Stretches of the first list that touch none of the second; both ascending and apart. */
function outsideOf<Range extends TextRange>(ranges: readonly Range[], others: readonly TextRange[]): Range[] {
  let next = 0;
  return ranges.filter(({ start, end }) => {
    for (let other = others[next]; other && other.end <= start; other = others[next]) next++;
    return end <= (others[next]?.start ?? end);
  });
}

/** Secrets of a JSON text: in its strings, and outside of them, in names of properties and in comments. */
function searchJson(text: string, nameOf: (pointer: string) => Said, place: Said): Removal[] {
  const { root } = parseJson(text);
  if (!root) return searchText(text, place);
  const strings = findStrings(root, "");
  const within = strings.flatMap((string) => {
    const secrets = findSecretsUnder(lastStep(string.pointer), string.value);
    if (secrets.length === 0) return [];
    const ranges = sourceRanges(text, string, secrets);
    return secrets.map((secret, index) => remove(ranges[index] ?? string, secret, nameOf(string.pointer)));
  });
  const around = outsideOf(findSecrets(text), strings);
  return [...within, ...around.map((secret) => remove(secret, secret, place))];
}

/** Takes the secrets out of one text and notes them. */
function redactText(
  text: string,
  search: (text: string) => readonly Removal[],
  removed: LayoutSecret[],
): string {
  let clean = text;
  for (let round = 0; round < MAX_SEARCHES; round++) {
    const found = search(clean);
    if (found.length === 0) break;
    clean = applyEdits(
      clean,
      found.map(({ edit }) => edit),
    );
    for (const { secret } of found) removed.push(secret);
  }
  return clean;
}

/**
 * The layout with `[secret removed]` in the place of every key, token and private key that is found, and what was taken
 * out, in the order of the layout. Never throws.
 */
export function redactLayout(layout: SharedLayout): RedactedLayout {
  const removed: LayoutSecret[] = [];
  const text = redactText(
    layout.text,
    (clean) => searchJson(clean, placeName, tell("share.placeDocument")),
    removed,
  );
  const scenario =
    layout.scenario &&
    mapScenario(layout.scenario, (written, kind, place) =>
      redactText(
        written,
        (clean) => (isJson(kind) ? searchJson(clean, () => place, place) : searchText(clean, place)),
        removed,
      ),
    );
  // Words that are named as changing stand in the document, too, and must match what it becomes.
  const changing = layout.play.changing?.map((each) => ({
    ...each,
    words: redactText(each.words, (clean) => searchText(clean, tell("share.placeChanging")), removed),
  }));
  if (removed.length === 0) return { layout, removed };
  const play = changing ? { ...layout.play, changing } : layout.play;
  return { layout: { ...layout, text, scenario, play }, removed };
}

/** The secrets of a layout, masked; empty where there are none. Never throws. */
export const findLayoutSecrets = (layout: SharedLayout): readonly LayoutSecret[] =>
  redactLayout(layout).removed;
