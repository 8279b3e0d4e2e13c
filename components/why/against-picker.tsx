/** Which earlier request the selected one is compared with. */
import { Picker } from "../ui/picker";

interface AgainstPickerProps {
  readonly turn: number;
  /** The earlier request that starts most alike; null where none does. */
  readonly nearest: number | null;
  readonly other: number;
  readonly onPick: (other: number) => void;
}

export function AgainstPicker({ turn, nearest, other, onPick }: AgainstPickerProps) {
  const before = turn - 1;
  const option = (index: number, note = "") => ({
    value: String(index),
    label: `request ${index + 1}${note}`,
  });
  const first = [option(before, ", the one before")];
  if (nearest !== null && nearest !== before) first.push(option(nearest, ", which starts most alike"));
  const rest = Array.from({ length: before }, (_, index) => before - 1 - index).filter(
    (index) => index !== nearest,
  );
  return (
    <Picker
      label="against"
      className="max-w-full text-xs"
      value={String(other)}
      groups={[
        { label: "", options: first },
        ...(rest.length > 0 ? [{ label: "Earlier", options: rest.map((index) => option(index)) }] : []),
      ]}
      onPick={(value) => onPick(Number(value))}
    />
  );
}
