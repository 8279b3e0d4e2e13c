"use client";
/** One of a list, behind a button that shows the choice: a chip with its label, or plain within a line. */
import { Select } from "@base-ui/react/select";
import type { Said } from "../../lib/words/message";
import { Sentence } from "../words/sentence";
import { Hint } from "./hint";
import { groupName, optionRow, POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

export interface PickerOption {
  readonly value: string;
  readonly label: Said;
}

export interface PickerGroup {
  /** Empty where the group needs no name. */
  readonly label: string;
  readonly options: readonly PickerOption[];
}

interface PickerProps {
  /** What is chosen; the plain look says it to screen readers alone. */
  readonly label: string;
  readonly value: string;
  readonly groups: readonly PickerGroup[];
  readonly onPick: (value: string) => void;
  /** A sentence on hover and focus. */
  readonly hint?: string;
  readonly look?: "chip" | "plain";
  readonly className?: string;
}

const looks = {
  chip: "gap-1.5 rounded-md border border-line bg-panel px-2.5 py-1",
  plain: "min-h-6 gap-1 rounded px-1",
};

const Option = ({ value, label }: PickerOption) => (
  <Select.Item value={value} className={optionRow}>
    <Select.ItemIndicator className="col-start-1 text-accent">✓</Select.ItemIndicator>
    <Select.ItemText className="col-start-2">
      <Sentence said={label} />
    </Select.ItemText>
  </Select.Item>
);

export function Picker({ label, value, groups, onPick, hint, look = "chip", className = "" }: PickerProps) {
  const shown = groups.flatMap(({ options }) => options).find((option) => option.value === value);
  return (
    <Select.Root
      value={value}
      modal={false}
      onValueChange={(picked, { reason }) => {
        // Where the chosen option leaves the list, the library would go back to the first value it was given.
        if (picked !== null && reason !== "none") onPick(picked);
      }}
    >
      <Hint text={hint}>
        <Select.Trigger
          aria-label={label}
          className={`inline-flex min-w-0 cursor-pointer items-center text-left hover:bg-hover data-popup-open:bg-hover ${looks[look]} ${className}`}
        >
          {look === "chip" && <span className="shrink-0 text-mute">{label}</span>}
          <span className={`min-w-0 truncate ${look === "chip" ? "font-medium" : ""}`}>
            <Sentence said={shown?.label ?? value} />
          </span>
          <Select.Icon className="ml-auto shrink-0 text-[10px] text-faint">▾</Select.Icon>
        </Select.Trigger>
      </Hint>
      <Select.Portal>
        <Select.Positioner
          className={popupLayer}
          align="start"
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
          alignItemWithTrigger={false}
        >
          <Select.Popup aria-label={label} className={`min-w-(--anchor-width) p-1 ${popupLook}`}>
            {groups.map((group) =>
              group.label === "" ? (
                group.options.map((option) => <Option key={option.value} {...option} />)
              ) : (
                <Select.Group key={group.label}>
                  <Select.GroupLabel className={groupName}>{group.label}</Select.GroupLabel>
                  {group.options.map((option) => (
                    <Option key={option.value} {...option} />
                  ))}
                </Select.Group>
              ),
            )}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
