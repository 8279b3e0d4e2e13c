"use client";
/** Makes the time axis longer or shorter. */
import { useWords } from "../words/use-words";

interface ZoomButtonsProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

const MOST = 64;

export function ZoomButtons({ zoom, onZoom }: ZoomButtonsProps) {
  const { t } = useWords();
  const look = "px-2 hover:bg-hover disabled:opacity-40";
  return (
    <fieldset className="flex items-stretch overflow-hidden rounded-md border border-line text-xs">
      <legend className="sr-only">{t("timeline.zoom")}</legend>
      <button
        type="button"
        aria-label={t("timeline.zoomOut")}
        disabled={zoom <= 1}
        onClick={() => onZoom(zoom / 2)}
        className={look}
      >
        −
      </button>
      <button
        type="button"
        aria-label={t("timeline.zoomFit", { zoom })}
        title={t("timeline.fit")}
        disabled={zoom === 1}
        onClick={() => onZoom(1)}
        className={`border-x border-line font-mono ${look}`}
      >
        {zoom}×
      </button>
      <button
        type="button"
        aria-label={t("timeline.zoomIn")}
        disabled={zoom >= MOST}
        onClick={() => onZoom(zoom * 2)}
        className={look}
      >
        +
      </button>
    </fieldset>
  );
}
