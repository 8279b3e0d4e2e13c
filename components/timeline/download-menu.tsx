"use client";
/** Takes the timeline away as a file: figures as CSV, the chart as SVG or PNG. */
import { writeCsv } from "../../lib/timeline/write-csv";
import { usePlaygroundStore } from "../playground-context";
import { useOtherwise } from "../share/use-otherwise";
import { MenuButton } from "../ui/menu-button";
import { useWords } from "../words/use-words";
import { addFoot, drawPng, type Picture, saveFile } from "./draw-to-file";
import { useCurrency } from "./use-currency";

const NAME = "prompt-cache-timeline";

interface DownloadMenuProps {
  /** The chart from its first request to its last; absent while there is none. */
  readonly drawWhole?: () => Picture | null;
}

export function DownloadMenu({ drawWhole }: DownloadMenuProps) {
  const { store, actions } = usePlaygroundStore();
  const currency = useCurrency();
  const words = useWords();
  const { t, say } = words;
  const otherwise = useOtherwise();

  /** A picture goes where no notice stands above it. */
  function drawNoted(): Picture | null {
    const picture = drawWhole?.() ?? null;
    const [first, ...others] = otherwise.list.map(say);
    if (!picture || first === undefined) return picture;
    return addFoot(picture, [t("readings.notice", { count: others.length + 1, list: first }), ...others]);
  }

  function saveCsv(): void {
    const turns = store.getState().good?.timeline.turns ?? [];
    const requests = turns.map(({ at, label, model, ledger }) => ({
      at,
      label,
      model,
      ledger,
    }));
    saveFile(`${NAME}.csv`, writeCsv(requests, currency, words, otherwise.written), "text/csv;charset=utf-8");
  }

  function saveSvg(): void {
    const picture = drawNoted();
    if (picture) saveFile(`${NAME}.svg`, picture.svg, "image/svg+xml");
  }

  async function savePng(): Promise<void> {
    try {
      const picture = drawNoted();
      if (picture) saveFile(`${NAME}.png`, await drawPng(picture), "image/png");
    } catch (error) {
      actions.warn(
        error instanceof Error && error.message !== "" ? error.message : t("timeline.notDrawable"),
      );
    }
  }

  return (
    <MenuButton
      label={t("timeline.download")}
      className="text-xs"
      items={[
        { label: t("timeline.figuresCsv"), onPick: saveCsv },
        { label: t("timeline.chartSvg"), disabled: !drawWhole, onPick: saveSvg },
        { label: t("timeline.chartPng"), disabled: !drawWhole, onPick: () => void savePng() },
      ]}
    />
  );
}
