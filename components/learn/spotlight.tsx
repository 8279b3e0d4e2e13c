"use client";
/** A ring around the one thing to look at: it follows what it points at, and leaves every click to the page. */
import { useEffect, useState } from "react";
import type { Spot } from "../../lib/lessons/lesson";

/** Where each thing is found on the page. */
function selectorOf(spot: Spot): string {
  switch (spot.on) {
    case "request":
      return `[data-lesson-stage] [data-request="${spot.request}"]`;
    case "outcome":
      return `[data-lesson-stage] [data-outcome="${spot.request - 1}"]`;
    case "wait":
      return `[data-lesson-stage] [data-gap="${spot.request - 1}"]`;
    default:
      return `[data-lesson-stage] [data-spot="${spot.on}"]`;
  }
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels around what is pointed at. */
const AROUND = 4;
/** Milliseconds between two looks where it is: rows move when a wait is dragged. */
const PACE = 250;

interface Found {
  readonly ring: Place;
  /** The panels: what is dimmed ends with them. */
  readonly stage: Place;
}

function findPlace(spot: Spot): Found | null {
  const box = document.querySelector(selectorOf(spot))?.getBoundingClientRect();
  const panels = document.querySelector("[data-lesson-stage]")?.getBoundingClientRect();
  if (!box || !panels || box.width === 0) return null;
  const left = Math.max(2, box.left - AROUND);
  const ring = {
    left: left - panels.left,
    top: box.top - AROUND - panels.top,
    width: Math.min(box.width + 2 * AROUND, window.innerWidth - left - 2),
    height: box.height + 2 * AROUND,
  };
  return { ring, stage: { left: panels.left, top: panels.top, width: panels.width, height: panels.height } };
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height;

const isSame = (one: Found | null, other: Found | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    isSamePlace(one.ring, other.ring) &&
    isSamePlace(one.stage, other.stage));

interface SpotlightProps {
  readonly spot: Spot | undefined;
  /** Everything else is dimmed: in front of a class. */
  readonly dims?: boolean;
}

export function Spotlight({ spot, dims = false }: SpotlightProps) {
  const [place, setPlace] = useState<Found | null>(null);
  useEffect(() => {
    const look = (): void => {
      const found = spot ? findPlace(spot) : null;
      setPlace((before) => (isSame(before, found) ? before : found));
    };
    look();
    const timer = setInterval(look, PACE);
    window.addEventListener("scroll", look, true);
    window.addEventListener("resize", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("scroll", look, true);
      window.removeEventListener("resize", look);
    };
  }, [spot]);
  if (!place) return null;
  const { ring, stage } = place;
  return (
    // What is dimmed, and the ring itself, end with the panels: the text beside them stays bright.
    <div aria-hidden className="pointer-events-none fixed z-20 overflow-hidden" style={stage}>
      <div
        data-spotlight={spot?.on}
        style={ring}
        className={`absolute rounded-lg border-2 border-accent motion-safe:transition-all motion-safe:duration-300 ${
          dims ? "shadow-[0_0_0_100vmax_rgb(0_0_0/0.22)]" : ""
        }`}
      />
    </div>
  );
}
