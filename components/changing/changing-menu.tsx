"use client";
/** What can be done about a text that changes: how it changes, behind the last marker, switched off. */
import { CHANGE_NAMES, CHANGES, type Change } from "../../lib/changing/changing-text";
import { useActions, usePlayground } from "../playground-context";
import { type MenuItem, PopupMenu } from "../ui/popup-menu";

/** Words of the request, and where on the screen their menu belongs. */
export interface ChangingTarget {
  readonly words: string;
  /** Of several places of the same words, the one meant: its beginning in the document. */
  readonly start: number;
  readonly anchor: DOMRect;
}

const LONGEST_NAME = 40;

export function ChangingMenu({ target, onClose }: { target: ChangingTarget; onClose: () => void }) {
  const { words, start, anchor } = target;
  const spans = usePlayground((state) => state.good?.timeline.changing);
  const actions = useActions();
  const span =
    spans?.find((each) => each.words === words && each.range.start === start) ??
    spans?.find((each) => each.words === words);
  const nameOf = (change: Change): string =>
    change === "never" ? "Never changes" : `Changes ${CHANGE_NAMES[change]}`;
  const items: MenuItem[] = [
    ...CHANGES.map((change) => ({
      label: `${span?.change === change ? "✓ " : ""}${nameOf(change)}`,
      onPick: () => actions.setChanging(words, change),
    })),
    ...(span
      ? [
          {
            label: "Move behind the last marker",
            disabled: span.mend === null,
            onPick: () => actions.moveChanging(span),
          },
        ]
      : []),
    ...(span?.isTold
      ? [
          {
            label: span.kind === "other" ? "Is no text that changes" : "Changes as its kind does",
            onPick: () => actions.setChanging(words, null),
          },
        ]
      : []),
  ];
  return (
    <PopupMenu
      label={`How “${words.slice(0, LONGEST_NAME)}” changes`}
      items={items}
      anchor={anchor}
      onClose={onClose}
    />
  );
}
