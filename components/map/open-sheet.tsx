"use client";
/** The tool of the conversation that is open below its picture, or in the place of it. */
import { useCallback } from "react";
import type { PlayedBy } from "../../lib/pipeline/analysis";
import { nameOf, type Placement } from "../../lib/placement/placement";
import { previewPlacement } from "../../lib/placement/preview-placement";
import type { Sheet } from "../../lib/store/address";
import { useActions, usePlaygroundStore } from "../playground-context";
import { later } from "../ui/later";
import { ClosedSheet, isClosed } from "./closed-sheet";
import { SheetFrame } from "./sheet-frame";
import { useGhost } from "./use-ghost";

const CompareView = later(async () => (await import("../compare/compare-view")).CompareView);
const KeepAliveView = later(async () => (await import("../placement/keep-alive-view")).KeepAliveView);
const LayersSheet = later(async () => (await import("../layers/layers-sheet")).LayersSheet);
const PlacementView = later(async () => (await import("../placement/placement-view")).PlacementView);
const RunView = later(async () => (await import("../run/run-view")).RunView);
const SavingsView = later(async () => (await import("../savings/savings-view")).SavingsView);
const ScenarioEditor = later(async () => (await import("../scenario/scenario-editor")).ScenarioEditor);

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
