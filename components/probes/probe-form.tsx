"use client";
/** Whom the probes ask: the emulator or a service, with which keys, and how far the cost may go. */
import type { SecondKind } from "../../lib/probes/probe";
import type { MessageKey } from "../../lib/words/message";
import { useOperatorGroups } from "../run/operator-hosts";
import { EMULATOR, findHost, groupTargets, needsWorkspace } from "../run/run-targets";
import { CeilingField, FIXED, field, KeyField, WorkspaceField } from "../run/send-fields";
import { BehaviourField, ModelField } from "../run/target-fields";
import { Picker, type PickerGroup } from "../ui/picker";
import { useWords } from "../words/use-words";
import { findProbeFault, hasSecondWorkspace, type ProbeDraft } from "./probe-draft";

interface ProbeFormProps {
  readonly draft: ProbeDraft;
  readonly onChange: (draft: ProbeDraft) => void;
  /** A run that is going on keeps its plan; keys and ceiling may change. */
  readonly isGoing: boolean;
}

const SECONDS: readonly { readonly value: SecondKind; readonly labelKey: MessageKey }[] = [
  { value: "key", labelKey: "probePage.second_key" },
  { value: "workspace", labelKey: "probePage.second_workspace" },
  { value: "region", labelKey: "probePage.second_region" },
];

const NONE = "none";

interface FieldsProps extends Omit<ProbeFormProps, "isGoing"> {
  /** Hosts besides the documented ones. */
  readonly operators: readonly PickerGroup[];
}

function SecondFields({ draft, onChange, operators }: FieldsProps) {
  const words = useWords();
  const { t } = words;
  const [key, workspace] = [t("probePage.secondApiKey"), t("probePage.secondWorkspace")];
  return (
    <>
      {draft.second === "region" && (
        <Picker
          label={t("probePage.secondHost")}
          value={draft.secondHost}
          groups={[...groupTargets(words).slice(1), ...operators]}
          onPick={(secondHost) => onChange({ ...draft, secondHost })}
        />
      )}
      <input
        type="password"
        aria-label={key}
        placeholder={key}
        autoComplete="off"
        value={draft.secondKey}
        onChange={({ target }) => onChange({ ...draft, secondKey: target.value })}
        className={`w-44 ${field}`}
      />
      {hasSecondWorkspace(draft) && (
        <input
          aria-label={workspace}
          placeholder={workspace}
          value={draft.secondWorkspace}
          onChange={({ target }) => onChange({ ...draft, secondWorkspace: target.value })}
          className={`w-44 ${field}`}
        />
      )}
    </>
  );
}

function TargetFields({ draft, onChange, operators }: FieldsProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Picker
        label={t("probePage.endpoint")}
        value={draft.target}
        groups={[...groupTargets(words), ...operators]}
        onPick={(target) => onChange({ ...draft, target })}
      />
      {draft.target === EMULATOR && (
        <BehaviourField
          label={t("probePage.behaviour")}
          value={draft.behaviour}
          onChange={(behaviour) => onChange({ ...draft, behaviour })}
        />
      )}
      {draft.target !== EMULATOR && needsWorkspace(findHost(draft.target)) && (
        <WorkspaceField value={draft.workspace} onChange={(workspace) => onChange({ ...draft, workspace })} />
      )}
      <ModelField
        label={t("probePage.model")}
        value={draft.model}
        onChange={(model) => onChange({ ...draft, model })}
      />
      <Picker
        label={t("probePage.second")}
        value={draft.second ?? NONE}
        groups={[
          {
            label: "",
            options: [
              { value: NONE, label: t("probePage.secondNone") },
              ...SECONDS.map(({ value, labelKey }) => ({ value, label: t(labelKey) })),
            ],
          },
        ]}
        onPick={(picked) => {
          const second = SECONDS.find(({ value }) => value === picked)?.value ?? null;
          onChange({ ...draft, second });
        }}
      />
    </>
  );
}

export function ProbeForm({ draft, onChange, isGoing }: ProbeFormProps) {
  const { t, say } = useWords();
  const operators = useOperatorGroups();
  const fault = findProbeFault(draft);
  const isEmulator = draft.target === EMULATOR;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset disabled={isGoing} className={FIXED}>
          <legend className="sr-only">{t("probePage.setup")}</legend>
          <TargetFields draft={draft} onChange={onChange} operators={operators} />
        </fieldset>
        {!isEmulator && <KeyField value={draft.key} onChange={(key) => onChange({ ...draft, key })} />}
        {!isEmulator && draft.second !== null && (
          <SecondFields draft={draft} onChange={onChange} operators={operators} />
        )}
        <CeilingField value={draft.ceiling} onChange={(ceiling) => onChange({ ...draft, ceiling })} />
      </div>
      {fault !== null && <p className="text-xs text-bad">{say(fault)}</p>}
      <p className="text-xs text-mute">{t(isEmulator ? "probePage.playsHint" : "probePage.billed")}</p>
    </div>
  );
}
