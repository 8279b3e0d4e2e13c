/** Finds the secrets of a layout, in its document and in every text of its scenario, and takes them out. */
import { findSecrets, type Secret } from "../lint/find-secrets";
import { findStrings } from "../lint/find-strings";
import { REMOVED } from "../lint/rules/secret-in-request";
import { sourceRange } from "../lint/source-range";
import { applyEdits } from "../prompt/apply-edits";
import { placeName } from "../prompt/json-pointer";
import { parseJson } from "../prompt/json-tree";
import type { TextEdit, TextRange } from "../prompt/prompt";
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

/** A text is searched again as long as something is found: one search has an end. */
const MAX_SEARCHES = 100;

const isJson = (kind: ScenarioTextKind): boolean => kind === "arguments" || kind === "body";

interface Removal {
  readonly edit: TextEdit;
  readonly secret: LayoutSecret;
}

const remove = (range: TextRange, { name, masked }: Secret, place: Said): Removal => ({
  edit: { range: { start: range.start, end: range.end }, text: REMOVED },
  secret: { name, masked, place },
});

/** Secrets of a JSON text: in its strings, and outside of them, in names of properties and in comments. */
function searchJson(text: string, nameOf: (pointer: string) => Said, place: Said): Removal[] {
  const { root } = parseJson(text);
  if (!root) return findSecrets(text).map((secret) => remove(secret, secret, place));
  const strings = findStrings(root, "");
  const within = strings.flatMap((string) =>
    // Media in base64 can hold any letters.
    string.value.startsWith("data:")
      ? []
      : findSecrets(string.value).map((secret) =>
          remove(sourceRange(text, string, secret), secret, nameOf(string.pointer)),
        ),
  );
  const isOutside = ({ start, end }: TextRange): boolean =>
    strings.every((string) => end <= string.start || start >= string.end);
  const around = findSecrets(text).filter(isOutside);
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
    removed.push(...found.map(({ secret }) => secret));
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
        (clean) =>
          isJson(kind)
            ? searchJson(clean, () => place, place)
            : findSecrets(clean).map((secret) => remove(secret, secret, place)),
        removed,
      ),
    );
  // Words that are named as changing stand in the document, too, and must match what it becomes.
  const changing = layout.play.changing?.map((each) => ({
    ...each,
    words: redactText(
      each.words,
      (clean) => findSecrets(clean).map((secret) => remove(secret, secret, tell("share.placeChanging"))),
      removed,
    ),
  }));
  if (removed.length === 0) return { layout, removed };
  const play = changing ? { ...layout.play, changing } : layout.play;
  return { layout: { ...layout, text, scenario, play }, removed };
}

/** The secrets of a layout, masked; empty where there are none. Never throws. */
export const findLayoutSecrets = (layout: SharedLayout): readonly LayoutSecret[] =>
  redactLayout(layout).removed;
