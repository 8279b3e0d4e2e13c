"use client";
/** What the counts of this request are, and the ways to make them better: calibrate, load a vocabulary, give sizes. */
import { formatCount } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Sentence } from "../words/sentence";
import { CalibrationForm } from "./calibration-form";
import { MediaSizeList } from "./media-size-list";
import { VocabularyForm } from "./vocabulary-form";

export function CountsSettings() {
  const request = usePlayground((state) => state.good?.request);
  if (!request) return null;
  const { precision, total, model, media } = request;
  return (
    <div className="mt-2 space-y-5">
      <p>
        {model}:{" "}
        <span className="font-mono">
          {formatCount(total)} tokens
          {precision.low !== precision.high &&
            ` (${formatCount(precision.low)} to ${formatCount(precision.high)})`}
        </span>
        , {precision.kind}.{" "}
        <span className="text-mute">
          <Sentence
            said={
              precision.reason ??
              "Counted with this model's own vocabulary and chat template, token by token."
            }
          />
        </span>
      </p>
      <CalibrationForm />
      {media.length > 0 && <MediaSizeList media={media} />}
      <VocabularyForm />
    </div>
  );
}
