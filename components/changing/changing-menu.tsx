"use client";
/** What can be done about a text that changes: how it changes, behind the last marker, switched off. */
import { CHANGE_NAMES, CHANGES, type Change } from "../../lib/changing/changing-text";
import { useActions, usePlayground } from "../playground-context";
import { type MenuItem, PopupMenu } from "../ui/popup-menu";
import { useWords } from "../words/use-words";

/** Words of the request, and where on the screen their menu belongs. */
export interface ChangingTarget {
  readonly words: string;
  /** Of several places of the same words, the one meant: its beginning in the document. */
  readonly start: number;
  readonly anchor: DOMRect;
}

const LONGEST_NAME = 40;

export function ChangingMenu({ target, onClose }: { target: ChangingTarget; onClose: () => void }) {
  const { t } = useWords();
  const { words, start, anchor } = target;
  const spans = usePlayground((state) => state.good?.timeline.changing);
  const actions = useActions();
  const span =
    spans?.find((each) => each.words === words && each.range.start === start) ??
    spans?.find((each) => each.words === words);
  const nameOf = (change: Change): string =>
    change === "never" ? t("changing.neverChanges") : t("changing.changesHow", { how: CHANGE_NAMES[change] });
  const items: MenuItem[] = [
    ...CHANGES.map((change) => ({
      label: `${span?.change === change ? "✓ " : ""}${nameOf(change)}`,
      onPick: () => actions.setChanging(words, change),
    })),
    ...(span
      ? [
          {
            label: t("changing.moveBehind"),
            disabled: span.mend === null,
            onPick: () => actions.moveChanging(span),
          },
        ]
      : []),
    ...(span?.isTold
      ? [
          {
            label: t(span.kind === "other" ? "changing.isNoChange" : "changing.asItsKind"),
            onPick: () => actions.setChanging(words, null),
          },
        ]
      : []),
  ];
  return (
    <PopupMenu
      label={t("changing.menu", { words: words.slice(0, LONGEST_NAME) })}
      items={items}
      anchor={anchor}
      onClose={onClose}
    />
  );
}
