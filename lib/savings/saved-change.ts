/** What a measure changes, small enough to travel: edits of the text, and the settings that differ. */
import type { Settings } from "../pipeline/analysis";
import { differenceEdit } from "../prompt/merge-edits";
import type { TextEdit } from "../prompt/prompt";

export interface SavedChange {
  readonly edits: readonly TextEdit[];
  readonly settings: Partial<Settings>;
  /** Settings that are there no more. */
  readonly gone: readonly (keyof Settings)[];
}

type State = { readonly text: string; readonly settings: Settings };

/** What leads from one state to the other; values that are the same objects do not differ. */
export function differenceOf(before: State, after: State): SavedChange {
  const keys = Object.keys(after.settings) as (keyof Settings)[];
  const changed = keys.filter((key) => after.settings[key] !== before.settings[key]);
  return {
    edits: differenceEdit(before.text, after.text),
    settings: Object.fromEntries(changed.map((key) => [key, after.settings[key]])),
    gone: (Object.keys(before.settings) as (keyof Settings)[]).filter((key) => !(key in after.settings)),
  };
}

/** The settings after the change. */
export function settingsAfter({ settings, gone }: SavedChange, before: Settings): Settings {
  const changed: Record<string, unknown> = { ...before, ...settings };
  for (const key of gone) delete changed[key];
  return changed as unknown as Settings;
}
