"use client";
/** Writes a placement's markers into the document; says so where that placement is chosen already. */
import { AS_DRAWN, isSamePlacement, type Placement } from "../../lib/placement/placement";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

interface UseButtonProps {
  readonly placement: Placement;
  readonly name: string;
  readonly children: string;
  readonly look?: "quiet" | "main";
}

export function UseButton({ placement, name, children, look = "quiet" }: UseButtonProps) {
  const { t } = useWords();
  const actions = useActions();
  const inUse = usePlayground((state) => isSamePlacement(state.settings.placement ?? AS_DRAWN, placement));
  const label = inUse ? t("placement.inUse") : children;
  // Not `disabled`: the focus stays where it was pressed.
  return (
    <Button
      look={inUse ? "quiet" : look}
      aria-label={t("placement.useNamed", { act: label, name })}
      aria-disabled={inUse}
      className={`min-h-6 py-0.5 text-xs ${inUse ? "cursor-default border-transparent text-mute" : ""}`}
      onClick={() => {
        if (!inUse) actions.choosePlacement(placement);
      }}
    >
      {label}
    </Button>
  );
}
