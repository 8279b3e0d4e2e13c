"use client";
/** All requests of a long conversation in a narrow strip: where it misses, and which part of it is in sight. */
import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import type { RowsLayout } from "./lay-rows";

interface OverviewStripProps {
  readonly timeline: TimelineView;
  readonly layout: RowsLayout;
  readonly host: RefObject<HTMLDivElement | null>;
  /** Pixels. */
  readonly height: number;
  readonly misses: ReadonlyMap<number, Miss>;
}

const WIDTH = 34;

export function OverviewStrip({ timeline, layout, host, height, misses }: OverviewStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { turns } = timeline;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !canvas.current) return;
    const sharp = window.devicePixelRatio || 1;
    canvas.current.width = WIDTH * sharp;
    canvas.current.height = height * sharp;
    context.scale(sharp, sharp);
    const styles = getComputedStyle(document.documentElement);
    const paint = (name: string): string => styles.getPropertyValue(name).trim();
    const colours = { read: paint("--read"), written: paint("--written"), uncached: paint("--uncached") };
    const [bad, longest] = [paint("--bad"), Math.max(1, ...turns.map(({ ledger }) => ledger.prompt))];
    const perPixel = layout.height / height;
    turns.forEach(({ ledger }, index) => {
      const place = layout.rows[index];
      if (!place) return;
      const y = place.top / perPixel;
      const tall = Math.max(0.6, layout.pitch / perPixel - 0.3);
      let x = 6;
      for (const kind of ["read", "written", "uncached"] as const) {
        const wide = (ledger[kind] / longest) * (WIDTH - 8);
        context.fillStyle = colours[kind];
        context.fillRect(x, y, wide, tall);
        x += wide;
      }
      if (misses.has(index)) {
        context.fillStyle = bad;
        context.fillRect(0, y, 4, Math.max(1.5, tall));
      }
    });
  }, [turns, layout, height, misses]);

  useEffect(() => {
    const box = host.current;
    if (!box) return;
    const follow = (): void => {
      const share = height / layout.height;
      frame.current?.style.setProperty("transform", `translateY(${box.scrollTop * share}px)`);
      frame.current?.style.setProperty("height", `${Math.max(10, height * share)}px`);
    };
    follow();
    box.addEventListener("scroll", follow, { passive: true });
    return () => box.removeEventListener("scroll", follow);
  }, [host, height, layout]);

  function scroll(event: PointerEvent<HTMLDivElement>): void {
    if (event.buttons !== 1) return;
    const { top } = event.currentTarget.getBoundingClientRect();
    host.current?.scrollTo({ top: ((event.clientY - top) / height) * layout.height - height / 2 });
  }

  return (
    <div
      aria-hidden
      data-overview
      className="relative shrink-0 cursor-pointer touch-none overflow-hidden border-l border-line-soft"
      style={{ width: WIDTH }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scroll(event);
      }}
      onPointerMove={scroll}
    >
      <canvas ref={canvas} className="block" style={{ width: WIDTH, height }} />
      <div ref={frame} className="absolute inset-x-0 top-0 rounded-xs border border-ink/60 bg-ink/10" />
    </div>
  );
}
