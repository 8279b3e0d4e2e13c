"use client";
/** The tool of the conversation that is open below its picture, or in the place of it. */
import { useCallback } from "react";
import type { PlayedBy } from "../../lib/pipeline/analysis";
import { nameOf, type Placement } from "../../lib/placement/placement";
import { previewPlacement } from "../../lib/placement/preview-placement";
import type { Sheet } from "../../lib/store/address";
import { CompareView } from "../compare/compare-view";
import { LayersSheet } from "../layers/layers-sheet";
import { KeepAliveView } from "../placement/keep-alive-view";
import { PlacementView } from "../placement/placement-view";
import { useActions, usePlaygroundStore } from "../playground-context";
import { RunView } from "../run/run-view";
import { SavingsView } from "../savings/savings-view";
import { ScenarioEditor } from "../scenario/scenario-editor";
import { ClosedSheet, isClosed } from "./closed-sheet";
import { SheetFrame } from "./sheet-frame";
import { useGhost } from "./use-ghost";

/** Whether a tool needs the whole panel, so that the picture makes room for it. */
export const isWholeSheet = (sheet: Sheet | null): boolean =>
  sheet === "edit" || sheet === "compare" || sheet === "layers";

interface OpenSheetProps {
  readonly sheet: Sheet;
  readonly playedBy: PlayedBy | null;
}

export function OpenSheet({ sheet, playedBy }: OpenSheetProps) {
  const actions = useActions();
  const { store } = usePlaygroundStore();
  const ghost = useGhost();
  const preview = useCallback(
    (placement: Placement | null) => {
      const { analysedText, settings } = store.getState();
      const chosen =
        placement && analysedText !== null ? previewPlacement(analysedText, settings, placement) : null;
      if (placement && chosen?.ok) ghost.show(nameOf(placement), chosen.text, chosen.settings);
      else ghost.hide();
    },
    [store, ghost],
  );
  return (
    <SheetFrame
      key={sheet}
      sheet={sheet}
      isWhole={isWholeSheet(sheet)}
      onClose={() => actions.openSheet(null)}
    >
      {sheet === "edit" && <ScenarioEditor />}
      {sheet === "compare" && <CompareView />}
      {sheet === "layers" && <LayersSheet />}
      {playedBy && isClosed(sheet, playedBy) ? (
        <ClosedSheet sheet={sheet} playedBy={playedBy} />
      ) : (
        <>
          {sheet === "placements" && <PlacementView onPreview={preview} />}
          {sheet === "savings" && <SavingsView />}
          {sheet === "keep-alive" && <KeepAliveView />}
          {sheet === "run" && <RunView />}
        </>
      )}
    </SheetFrame>
  );
}
