"use client";
/** Sizes of the request's images and videos: read from the data, assumed, or given here. */
import type { MeasuredMedia } from "../../lib/tokens/measured";
import { formatCount } from "../../lib/values/figures";
import { useActions } from "../playground-context";

const origins: Record<MeasuredMedia["sizeFrom"], string> = {
  data: "read from the data",
  user: "given by you",
  assumed: "assumed",
};

const MAX_SIDE = 100_000;

export function MediaSizeList({ media }: { media: readonly MeasuredMedia[] }) {
  const actions = useActions();
  return (
    <section>
      <h3 className="font-semibold">Images and videos</h3>
      <p className="mt-1 text-mute">
        Counted by the documented formula from their size in pixels: an estimate.
      </p>
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
              aria-label={`${name} of the ${kind} at ${pointer}`}
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
              {seconds !== null && <>, {field("seconds", seconds)} s</>}
              <span className="font-mono">{formatCount(tokens)} tokens</span>
              <span className="text-mute">{origins[sizeFrom]}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
