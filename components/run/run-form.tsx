"use client";
/** Where a run goes, with which key, how far it may go, and whether it waits between requests. */
import { usePlayground } from "../playground-context";
import { MarkerDoubt } from "../problems/marker-doubt";
import { Picker } from "../ui/picker";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import { ceilingOf, findFault, type RunDraft } from "./run-draft";
import { keepKey } from "./run-storage";
import { EMULATOR, findHost, groupTargets, needsWorkspace } from "./run-targets";
import { CeilingField, caption, KeyField, WorkspaceField } from "./send-fields";

interface RunFormProps {
  readonly draft: RunDraft;
  readonly onChange: (draft: RunDraft) => void;
  /** A run that is going on keeps its target and its gaps. */
  readonly isGoing: boolean;
}

const GAPS = [
  { value: "skip", labelKey: "run.skipGaps" },
  { value: "honour", labelKey: "run.waitGaps" },
] as const;

function KeptKey({ draft, onChange }: Pick<RunFormProps, "draft" | "onChange">) {
  const { t } = useWords();
  function change(key: string, keepsKey: boolean): void {
    keepKey(keepsKey ? key : null);
    onChange({ ...draft, key, keepsKey });
  }
  return (
    <>
      <KeyField value={draft.key} onChange={(key) => change(key, draft.keepsKey)} />
      <label className={caption}>
        <input
          type="checkbox"
          checked={draft.keepsKey}
          onChange={({ target }) => change(draft.key, target.checked)}
        />
        {t("run.keepKey")}
      </label>
    </>
  );
}

export function RunForm({ draft, onChange, isGoing }: RunFormProps) {
  const words = useWords();
  const { t, say } = words;
  const endpoint = draft.target === EMULATOR ? null : findHost(draft.target);
  const fault = findFault(draft);
  const isPlaced = usePlayground((state) => state.settings.placement?.kind === "anchors");
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset
          disabled={isGoing}
          className="flex min-w-0 flex-wrap items-center gap-2 disabled:opacity-60"
        >
          <legend className="sr-only">{t("run.target")}</legend>
          <Picker
            label={t("run.sendTo")}
            value={draft.target}
            groups={groupTargets(words)}
            onPick={(target) => onChange({ ...draft, target })}
          />
          <SegmentedControl
            label={t("run.gaps")}
            value={draft.gaps}
            options={GAPS.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
            onChange={(gaps) => onChange({ ...draft, gaps })}
          />
          {needsWorkspace(endpoint) && (
            <WorkspaceField
              value={draft.workspace}
              onChange={(workspace) => onChange({ ...draft, workspace })}
            />
          )}
        </fieldset>
        {endpoint && <KeptKey draft={draft} onChange={onChange} />}
        <CeilingField value={draft.ceiling} onChange={(ceiling) => onChange({ ...draft, ceiling })} />
      </div>
      {fault !== null && <p className="text-xs text-bad">{say(fault)}</p>}
      {ceilingOf(draft) != null && <p className="text-xs text-mute">{t("run.ceilingNote")}</p>}
      {endpoint && (
        <div className="text-xs">
          <MarkerDoubt region={endpoint.region} isAssumed={false} isPlaced={isPlaced} />
        </div>
      )}
      {endpoint && fault === null && (
        <p className="text-xs text-mute">{t("run.billedNote", { endpoint: endpoint.name })}</p>
      )}
    </div>
  );
}
