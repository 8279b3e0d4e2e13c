"use client";
/** What forms ask of whom they send to besides its address: how the emulator behaves, and which model answers. */
import { useId } from "react";
import type { Behaviour } from "../../lib/audit/audit-plan";
import { listModels } from "../../lib/offers/catalogue";
import type { MessageKey } from "../../lib/words/message";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";
import { caption, field } from "./send-fields";

interface TargetFieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const BEHAVIOURS: readonly { readonly value: Behaviour; readonly labelKey: MessageKey }[] = [
  { value: "honest", labelKey: "audit.honest" },
  { value: "says-none", labelKey: "audit.saysNone" },
  { value: "says-all", labelKey: "audit.saysAll" },
  { value: "scatter", labelKey: "audit.scatter" },
  { value: "no-cache", labelKey: "audit.noCache" },
];

export function BehaviourField({ label, value, onChange }: TargetFieldProps<Behaviour>) {
  const { t } = useWords();
  const options = BEHAVIOURS.map((each) => ({ value: each.value, label: t(each.labelKey) }));
  return (
    <Picker
      label={label}
      value={value}
      groups={[{ label: "", options }]}
      onPick={(picked) => onChange(BEHAVIOURS.find((each) => each.value === picked)?.value ?? "honest")}
    />
  );
}

const modelNames = listModels()
  .map(({ model }) => model)
  .filter((model) => !model.includes("*"));

export function ModelField({ label, value, onChange }: TargetFieldProps<string>) {
  const list = useId();
  return (
    <label className={caption}>
      {label}
      <input
        list={list}
        value={value}
        maxLength={100}
        onChange={({ target }) => onChange(target.value)}
        className={`w-44 text-ink ${field}`}
      />
      <datalist id={list}>
        {modelNames.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
    </label>
  );
}
