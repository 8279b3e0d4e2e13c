/** What the user has chosen in the code window; it lasts as long as the page. */

import { defaultHost } from "../../lib/export/choose-base-url";
import { CODE_FORMS, findCodeForm } from "../../lib/export/code-forms";
import type { CodeForm, CodeOutput } from "../../lib/export/code-input";
import { toldOf } from "../../lib/offers/readings";
import type { Dialect } from "../../lib/prompt/prompt";
import type { PlaygroundState } from "../../lib/store/playground-state";
import type { Words } from "../../lib/words/create-words";
import type { PickerGroup } from "../ui/picker";

export interface CodeDraft {
  /** Null as long as the document's dialect decides. */
  readonly form: string | null;
  readonly extent: "request" | "conversation";
  /** Null as long as the region decides. */
  readonly host: string | null;
  readonly workspace: string;
}

let kept: CodeDraft = { form: null, extent: "request", host: null, workspace: "" };

export const readDraft = (): CodeDraft => kept;
export const keepDraft = (draft: CodeDraft): void => {
  kept = draft;
};

const LANGUAGES = { shell: "Shell", python: "Python", typescript: "TypeScript" } as const;

/** The forms by language. */
export const groupForms = (): readonly PickerGroup[] =>
  Object.entries(LANGUAGES).map(([language, label]) => ({
    label,
    options: CODE_FORMS.filter((form) => form.language === language).map(({ id, label: name }) => ({
      value: id,
      label: name,
    })),
  }));

export function chooseForm({ form }: CodeDraft, dialect: Dialect): CodeForm {
  const found = findCodeForm(form ?? `python-${dialect}`) ?? CODE_FORMS[0];
  if (!found) throw new Error("There is no form of code.");
  return found;
}

export const chooseHost = ({ host }: CodeDraft, { settings }: Pick<PlaygroundState, "settings">): string =>
  host ?? defaultHost(settings.region);

/** The program for the page's document as it stands. */
export function writeCode(
  draft: CodeDraft,
  form: CodeForm,
  state: Pick<PlaygroundState, "text" | "settings">,
  words: Words,
): CodeOutput {
  const { text, settings } = state;
  const { scenario, placement = { kind: "as-drawn" }, model } = settings;
  return form.write({
    text,
    scenario,
    placement,
    model,
    host: chooseHost(draft, state),
    isHostAssumed: draft.host === null && settings.isRegionAssumed === true,
    prices: settings.prices ?? [],
    ...toldOf(settings),
    workspace: draft.workspace.trim() || null,
    loop: draft.extent === "conversation",
    words,
  });
}
