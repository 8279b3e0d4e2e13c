"use client";
/** Sizes of the request's images and videos: read from the data, assumed, or given here. */
import type { MeasuredMedia } from "../../lib/tokens/measured";
import { formatCount } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import { useWords } from "../words/use-words";

const ORIGINS = {
  data: "tokens.sizeFromData",
  user: "tokens.sizeFromUser",
  assumed: "tokens.sizeAssumed",
} as const satisfies Record<MeasuredMedia["sizeFrom"], string>;

const FIELDS = {
  image: {
    width: "tokens.imageWidth",
    height: "tokens.imageHeight",
    seconds: "tokens.imageSeconds",
  },
  video: {
    width: "tokens.videoWidth",
    height: "tokens.videoHeight",
    seconds: "tokens.videoSeconds",
  },
} as const;

const MAX_SIDE = 100_000;

export function MediaSizeList({ media }: { media: readonly MeasuredMedia[] }) {
  const actions = useActions();
  const { t } = useWords();
  return (
    <section>
      <h3 className="font-semibold">{t("tokens.media")}</h3>
      <p className="mt-1 text-mute">{t("tokens.mediaNote")}</p>
      <ul className="mt-2 space-y-1.5">
        {media.map(({ pointer, kind, width, height, seconds, tokens, sizeFrom }) => {
          const change = (size: { width?: number; height?: number; seconds?: number }): void =>
            actions.setMediaSize(pointer, {
              width,
              height,
              ...(seconds === null ? {} : { seconds }),
              ...size,
            });
          const field = (name: "width" | "height" | "seconds", value: number) => (
            <input
              type="number"
              min={1}
              max={MAX_SIDE}
              value={value}
              aria-label={t(FIELDS[kind][name], { pointer })}
              onChange={(event) => {
                const given = event.target.valueAsNumber;
                if (given >= 1 && given <= MAX_SIDE) change({ [name]: given });
              }}
              className="w-20 rounded-md border border-line bg-raised px-2 py-0.5 text-right font-mono"
            />
          );
          return (
            <li key={pointer} className="flex flex-wrap items-center gap-2">
              <code className="font-mono text-xs text-mute">{pointer}</code>
              {field("width", width)} × {field("height", height)}
              {seconds !== null && (
                <>
                  , {field("seconds", seconds)} {t("tokens.secondsUnit")}
                </>
              )}
              <span className="font-mono">{t("tokens.tokens", { tokens: formatCount(tokens) })}</span>
              <span className="text-mute">{t(ORIGINS[sizeFrom])}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
