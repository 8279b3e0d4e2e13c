"use client";
/** What one does to the map: play it from the first request on, scrub, fold its beginning, zoom, pin it to compare with. */
import { useEffect, useState } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { tell } from "../../lib/words/message";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useMedia } from "../ui/use-media";
import { useWords } from "../words/use-words";
import { findCommonStart } from "./find-common-start";
import { useMap, useMapStore } from "./map-store";

/** Milliseconds a request takes on the screen, and the most a whole conversation does. */
const PER_REQUEST = 700;
const MOST = 15_000;

export function MapControls({ timeline }: { timeline: TimelineView }) {
  const map = useMapStore();
  const { t } = useWords();
  const { played, isFolded, zoom, baseline } = useMap((state) => state);
  const stale = usePlayground((state) => state.stale);
  const [playing, setPlaying] = useState(false);
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const count = timeline.turns.length;

  useEffect(() => {
    if (!playing) return;
    const perRequest = Math.min(PER_REQUEST, MOST / count);
    let last = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const before = map.getState().played ?? 0;
      const next = before + (now - last) / perRequest;
      last = now;
      if (next >= count) {
        map.setState({ played: null });
        setPlaying(false);
        return;
      }
      // Without motion a request is there at once and the next one after its time.
      map.setState({ played: next });
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, count, map]);

  function toggle(): void {
    if (!playing && played === null) map.setState({ played: 0 });
    setPlaying(!playing);
  }

  const sent = played === null ? count : Math.ceil(played);
  const canFold = findCommonStart(timeline.turns) > 0;
  return (
    <>
      {count > 1 && (
        <span className="inline-flex items-center gap-1.5">
          <Button aria-label={t(playing ? "map.pause" : "map.play")} onClick={toggle} data-play>
            <span aria-hidden>{playing ? "❚❚" : "▶"}</span>
          </Button>
          <input
            type="range"
            min={1}
            max={count}
            value={Math.max(1, sent)}
            aria-label={t("map.sentSoFar")}
            aria-valuetext={t("map.sentOf", { sent, count })}
            onChange={({ target }) => {
              setPlaying(false);
              const value = target.valueAsNumber;
              map.setState({ played: value >= count ? null : value });
            }}
            className={`h-1 w-14 accent-(--ink) ${isStill ? "" : "transition-none"}`}
          />
        </span>
      )}
      {canFold && (
        <Button
          aria-pressed={isFolded}
          hint={t("map.foldHint")}
          onClick={() => map.setState({ isFolded: !isFolded, zoom: null })}
        >
          {t("map.fold")}
        </Button>
      )}
      {zoom && (
        <Button hint={t("map.fitHint")} onClick={() => map.setState({ zoom: null })}>
          {t("map.fit")}
        </Button>
      )}
      <Button
        aria-pressed={baseline !== null}
        disabled={stale}
        hint={t("map.pinHint")}
        onClick={() =>
          map.setState({
            baseline: baseline
              ? null
              : {
                  name: tell("map.pinned"),
                  rows: timeline.turns.map(({ ledger }) => ledger),
                  cost: timeline.totals.cost,
                },
          })
        }
      >
        {t(baseline ? "map.unpin" : "map.pin")}
      </Button>
    </>
  );
}
