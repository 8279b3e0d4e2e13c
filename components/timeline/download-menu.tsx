"use client";
/** Takes the timeline away as a file: figures as CSV, the chart as SVG or PNG. */
import type { RefObject } from "react";
import { writeCsv } from "../../lib/timeline/write-csv";
import { usePlaygroundStore } from "../playground-context";
import { MenuButton } from "../ui/menu-button";
import { drawPng, saveFile, writeSvg } from "./draw-to-file";
import { useCurrency } from "./use-currency";

const NAME = "prompt-cache-timeline";

export function DownloadMenu({ drawing }: { drawing: RefObject<SVGSVGElement | null> }) {
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

  async function savePng(chart: SVGSVGElement): Promise<void> {
    try {
      saveFile(`${NAME}.png`, await drawPng(chart), "image/png");
    } catch (error) {
      actions.warn(error instanceof Error ? error.message : "The picture could not be drawn.");
    }
  }

  const chart = drawing.current;
  return (
    <MenuButton
      label="Download"
      className="text-xs"
      items={[
        { label: "Figures (CSV)", onPick: saveCsv },
        {
          label: "Chart (SVG)",
          disabled: chart === null,
          onPick: () => chart && saveFile(`${NAME}.svg`, writeSvg(chart), "image/svg+xml"),
        },
        { label: "Chart (PNG)", disabled: chart === null, onPick: () => chart && void savePng(chart) },
      ]}
    />
  );
}
