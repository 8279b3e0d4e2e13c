"use client";
/** Which endpoint is audited, with which key, how it is asked, and how far the audit may go. */
import { LIMITS } from "../../lib/audit/audit-plan";
import { useOperatorGroups } from "../run/operator-hosts";
import { ceilingOf } from "../run/run-draft";
import { EMULATOR, findHost, groupTargets, needsWorkspace } from "../run/run-targets";
import { CeilingField, caption, FIXED, KeyField, WorkspaceField } from "../run/send-fields";
import { BehaviourField, ModelField } from "../run/target-fields";
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import { type AuditDraft, findAuditFault } from "./audit-draft";

interface AuditFormProps {
  readonly draft: AuditDraft;
  readonly onChange: (draft: AuditDraft) => void;
  /** An audit that is going on keeps its plan. */
  readonly isGoing: boolean;
}

const DIALECTS = [
  { value: "openai", label: "OpenAI" },
  { value: "anthropic", label: "Anthropic" },
] as const;

const MARKERS = [
  { value: "marked", labelKey: "audit.withMarker" },
  { value: "bare", labelKey: "audit.without" },
] as const;

const NUMBERS = [
  {
    name: "promptTokens",
    labelKey: "audit.promptTokens",
    shortKey: "audit.promptTokensShort",
    width: "w-20",
  },
  { name: "pairs", labelKey: "audit.pairs", shortKey: "audit.pairs", width: "w-14" },
  { name: "warmCalls", labelKey: "audit.warmCalls", shortKey: "audit.warmCallsShort", width: "w-14" },
] as const;

function PlanFields({ draft, onChange }: Pick<AuditFormProps, "draft" | "onChange">) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t("audit.dialect")}
        value={draft.dialect}
        options={DIALECTS}
        onChange={(dialect) => onChange({ ...draft, dialect })}
      />
      <ModelField
        label={t("audit.model")}
        value={draft.model}
        onChange={(model) => onChange({ ...draft, model })}
      />
      <SegmentedControl
        label={t("audit.markers")}
        value={draft.markers}
        options={MARKERS.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
        onChange={(markers) => onChange({ ...draft, markers })}
      />
      {NUMBERS.map(({ name, labelKey, shortKey, width }) => (
        <span key={name} className={caption}>
          <span aria-hidden="true">{t(shortKey)}</span>
          <NumberField
            label={t(labelKey)}
            value={draft[name]}
            min={LIMITS[name].min}
            max={LIMITS[name].max}
            className={`${width} text-ink`}
            onChange={(value) => onChange({ ...draft, [name]: Math.round(value) })}
          />
        </span>
      ))}
    </div>
  );
}

export function AuditForm({ draft, onChange, isGoing }: AuditFormProps) {
  const words = useWords();
  const { t, say } = words;
  const operators = useOperatorGroups();
  const host = draft.target === EMULATOR ? null : findHost(draft.target);
  const fault = findAuditFault(draft);
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset disabled={isGoing} className={FIXED}>
          <legend className="sr-only">{t("audit.whatIsAudited")}</legend>
          <Picker
            label={t("audit.endpoint")}
            value={draft.target}
            groups={[...groupTargets(words), ...operators]}
            onPick={(target) => onChange({ ...draft, target })}
          />
          {draft.target === EMULATOR && (
            <BehaviourField
              label={t("audit.behaviour")}
              value={draft.behaviour}
              onChange={(behaviour) => onChange({ ...draft, behaviour })}
            />
          )}
          {needsWorkspace(host) && (
            <WorkspaceField
              value={draft.workspace}
              onChange={(workspace) => onChange({ ...draft, workspace })}
            />
          )}
        </fieldset>
        {draft.target !== EMULATOR && (
          <KeyField value={draft.key} onChange={(key) => onChange({ ...draft, key })} />
        )}
        <CeilingField value={draft.ceiling} onChange={(ceiling) => onChange({ ...draft, ceiling })} />
      </div>
      <fieldset disabled={isGoing} className="min-w-0 disabled:opacity-60">
        <legend className="sr-only">{t("audit.howIsAsked")}</legend>
        <PlanFields draft={draft} onChange={onChange} />
      </fieldset>
      {fault !== null && <p className="text-xs text-bad">{say(fault)}</p>}
      {ceilingOf(draft) != null && <p className="text-xs text-mute">{t("run.ceilingNote")}</p>}
      {draft.target !== EMULATOR && fault === null && (
        <p className="text-xs text-mute">{t("audit.billedNote")}</p>
      )}
    </div>
  );
}
