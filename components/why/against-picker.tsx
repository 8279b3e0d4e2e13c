"use client";
/** Which earlier request the selected one is compared with. */
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";

interface AgainstPickerProps {
  readonly turn: number;
  /** The earlier request that starts most alike; null where none does. */
  readonly nearest: number | null;
  readonly other: number;
  readonly onPick: (other: number) => void;
}

export function AgainstPicker({ turn, nearest, other, onPick }: AgainstPickerProps) {
  const { t } = useWords();
  const before = turn - 1;
  const option = (index: number, label: "why.request" | "why.requestBefore" | "why.requestAlike") => ({
    value: String(index),
    label: t(label, { request: index + 1 }),
  });
  const first = [option(before, "why.requestBefore")];
  if (nearest !== null && nearest !== before) first.push(option(nearest, "why.requestAlike"));
  const rest = Array.from({ length: before }, (_, index) => before - 1 - index).filter(
    (index) => index !== nearest,
  );
  return (
    <Picker
      label={t("why.against")}
      className="max-w-full text-xs"
      value={String(other)}
      groups={[
        { label: "", options: first },
        ...(rest.length > 0
          ? [{ label: t("why.earlier"), options: rest.map((index) => option(index, "why.request")) }]
          : []),
      ]}
      onPick={(value) => onPick(Number(value))}
    />
  );
}
