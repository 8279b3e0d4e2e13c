"use client";
/** Takes the timeline away as a file: figures as CSV, the chart as SVG or PNG. */
import type { RefObject } from "react";
import { writeCsv } from "../../lib/timeline/write-csv";
import { usePlaygroundStore } from "../playground-context";
import { MenuButton } from "../ui/menu-button";
import { drawPng, saveFile, writeSvg } from "./draw-to-file";
import { useCurrency } from "./use-currency";

const NAME = "prompt-cache-timeline";

interface DownloadMenuProps {
  readonly drawing: RefObject<SVGSVGElement | null>;
  /** True while the chart is drawn. */
  readonly hasChart: boolean;
}

export function DownloadMenu({ drawing, hasChart }: DownloadMenuProps) {
  const { store, actions } = usePlaygroundStore();
  const currency = useCurrency();

  function saveCsv(): void {
    const turns = store.getState().good?.timeline.turns ?? [];
    const requests = turns.map(({ at, label, request, ledger }) => ({
      at,
      label,
      model: request.model,
      ledger,
    }));
    saveFile(`${NAME}.csv`, writeCsv(requests, currency), "text/csv;charset=utf-8");
  }

  function saveSvg(): void {
    if (drawing.current) saveFile(`${NAME}.svg`, writeSvg(drawing.current), "image/svg+xml");
  }

  async function savePng(): Promise<void> {
    try {
      if (drawing.current) saveFile(`${NAME}.png`, await drawPng(drawing.current), "image/png");
    } catch (error) {
      actions.warn(error instanceof Error ? error.message : "The picture could not be drawn.");
    }
  }

  return (
    <MenuButton
      label="Download"
      className="text-xs"
      items={[
        { label: "Figures (CSV)", onPick: saveCsv },
        { label: "Chart (SVG)", disabled: !hasChart, onPick: saveSvg },
        { label: "Chart (PNG)", disabled: !hasChart, onPick: () => void savePng() },
      ]}
    />
  );
}
