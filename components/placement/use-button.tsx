"use client";
/** Writes a placement's markers into the document; says so where that placement is chosen already. */
import { type Placement, placementKey } from "../../lib/placement/placement";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";

interface UseButtonProps {
  readonly placement: Placement;
  readonly name: string;
  readonly children: string;
  readonly look?: "quiet" | "main";
}

const AS_DRAWN: Placement = { kind: "as-drawn" };

export function UseButton({ placement, name, children, look = "quiet" }: UseButtonProps) {
  const actions = useActions();
  const chosen = usePlayground((state) => placementKey(state.settings.placement ?? AS_DRAWN));
  const inUse = chosen === placementKey(placement);
  const label = inUse ? "In use" : children;
  // Not `disabled`: the focus stays where it was pressed.
  return (
    <Button
      look={inUse ? "quiet" : look}
      aria-label={`${label}: ${name}`}
      aria-disabled={inUse}
      className={`text-xs ${inUse ? "cursor-default text-mute" : ""}`}
      onClick={() => {
        if (!inUse) actions.choosePlacement(placement);
      }}
    >
      {label}
    </Button>
  );
}
