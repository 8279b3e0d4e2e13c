"use client";
/** What the counts of this request are, and the ways to make them better: calibrate, load a vocabulary, give sizes. */
import type { ReactNode } from "react";
import { formatCount } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { CalibrationForm } from "./calibration-form";
import { MediaSizeList } from "./media-size-list";
import { PRECISION_KEYS } from "./precision-keys";
import { VocabularyForm } from "./vocabulary-form";

export function CountsSettings() {
  const request = usePlayground((state) => state.good?.request);
  const { t, say, rich, gap } = useWords();
  if (!request) return null;
  const { precision, total, model, media } = request;
  return (
    <div className="mt-2 space-y-5">
      <p>
        {rich(
          precision.low === precision.high ? "tokens.counted" : "tokens.countedBand",
          { mono: (pieces: ReactNode) => <span className="font-mono">{pieces}</span> },
          {
            model,
            tokens: formatCount(total),
            low: formatCount(precision.low),
            high: formatCount(precision.high),
            kind: tell(PRECISION_KEYS[precision.kind]),
          },
        )}
        {gap}
        <span className="text-mute">
          {precision.reason ? say(precision.reason) : t("tokens.countedTokenByToken")}
        </span>
      </p>
      <CalibrationForm />
      {media.length > 0 && <MediaSizeList media={media} />}
      <VocabularyForm />
    </div>
  );
}
