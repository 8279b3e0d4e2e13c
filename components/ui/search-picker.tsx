"use client";
/** One of a long list, behind a button: a field narrows the list down while it is typed into. */
import { Combobox } from "@base-ui/react/combobox";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { useWords } from "../words/use-words";
import { Hint } from "./hint";
import { groupName, optionRow, POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

export interface SearchOption {
  readonly value: string;
  readonly label: string;
  /** Found by these words too. */
  readonly says?: string;
  /** Stands at the line's end. */
  readonly detail?: ReactNode;
  /** Stands below the label. */
  readonly note?: string;
}

export interface SearchGroup {
  readonly label: string;
  readonly options: readonly SearchOption[];
}

interface SearchPickerProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly SearchGroup[];
  readonly onPick: (value: string) => void;
  /** The button that opens it, with what it shows. */
  readonly button: ReactElement;
  readonly placeholder: string;
  /** A sentence on hover and focus. */
  readonly hint?: string | undefined;
}

interface Items {
  readonly label: string;
  readonly items: readonly SearchOption[];
}

/** Every word of the query begins or stands in the label or what else is said. */
function matches({ label, says = "" }: SearchOption, query: string): boolean {
  const text = `${label} ${says}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const Option = ({ option }: { readonly option: SearchOption }) => (
  <Combobox.Item value={option} className={`${optionRow} grid-cols-[0.875rem_1fr_auto]`}>
    <Combobox.ItemIndicator className="col-start-1 text-accent">✓</Combobox.ItemIndicator>
    <span className="col-start-2 min-w-0 break-words">
      {option.label}
      {option.says && <span className="sr-only">,</span>}
    </span>
    <span className="col-start-3 flex items-center gap-1.5">{option.detail}</span>
    {option.note && <span className="col-start-2 col-end-4 text-xs text-mute">{option.note}</span>}
  </Combobox.Item>
);

export function SearchPicker({ label, value, groups, onPick, button, placeholder, hint }: SearchPickerProps) {
  const { t } = useWords();
  const items = useMemo(
    (): readonly Items[] => groups.map(({ label: name, options }) => ({ label: name, items: options })),
    [groups],
  );
  const chosen = groups.flatMap(({ options }) => options).find((option) => option.value === value) ?? null;
  return (
    <Combobox.Root
      items={items as Items[]}
      value={chosen}
      autoHighlight
      filter={matches}
      itemToStringLabel={(option: SearchOption) => option.label}
      isItemEqualToValue={(a: SearchOption, b: SearchOption) => a.value === b.value}
      onValueChange={(picked) => {
        if (picked) onPick(picked.value);
      }}
    >
      <Hint text={hint}>
        <Combobox.Trigger aria-label={label} render={button} />
      </Hint>
      <Combobox.Portal>
        <Combobox.Positioner
          className={popupLayer}
          align="start"
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
        >
          <Combobox.Popup
            aria-label={label}
            className={`flex w-[min(34rem,calc(100vw-1rem))] flex-col ${popupLook} overflow-hidden`}
          >
            <Combobox.Input
              aria-label={placeholder}
              placeholder={placeholder}
              className="shrink-0 border-b border-line-soft bg-transparent px-3 py-2 outline-none placeholder:text-faint"
            />
            <Combobox.Empty className="px-3 py-3 text-mute empty:hidden">
              {t("ui.nothingNamedSo")}
            </Combobox.Empty>
            <Combobox.List className="max-h-96 min-h-0 overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
              {(group: Items) => (
                <Combobox.Group key={group.label} items={group.items as SearchOption[]}>
                  {group.label !== "" && (
                    <Combobox.GroupLabel className={groupName}>{group.label}</Combobox.GroupLabel>
                  )}
                  <Combobox.Collection>
                    {(option: SearchOption) => <Option key={option.value} option={option} />}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
