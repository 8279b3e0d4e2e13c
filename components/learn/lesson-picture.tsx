"use client";
/** A lesson's scene in small: a request is a row, its prompt to scale in the four colours, as the engine plays it. */
import type { PictureRow } from "../../lib/lessons/lesson-cards";
import { useWords } from "../words/use-words";

interface LessonPictureProps {
  readonly rows: readonly PictureRow[];
}

const WIDTH = 168;
const HEIGHT = 64;
/** Pixels of a row, at most; between two. */
const ROW = 13;
const APART = 3;

const KINDS = [
  ["read", "var(--read)"],
  ["written", "var(--written)"],
  ["uncached", "var(--uncached)"],
] as const;

export function LessonPicture({ rows }: LessonPictureProps) {
  const { t } = useWords();
  const longest = Math.max(1, ...rows.map(({ read, written, uncached }) => read + written + uncached));
  const tall = Math.min(ROW, HEIGHT / Math.max(1, rows.length) - APART);
  const top = (HEIGHT - rows.length * (tall + APART) + APART) / 2;
  const hits = rows.filter(({ read }) => read > 0).length;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t("learn.picture", { hits, requests: rows.length })}
      className="h-16 w-full"
      preserveAspectRatio="xMidYMid meet"
    >
      {rows.map((row, index) => {
        let tokens = 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests in their order
          <g key={index}>
            {KINDS.map(([kind, fill]) => {
              const from = (tokens / longest) * WIDTH;
              tokens += row[kind];
              const width = (row[kind] / longest) * WIDTH;
              return width > 0 ? (
                <rect
                  key={kind}
                  x={from}
                  y={top + index * (tall + APART)}
                  width={Math.max(width, 1.5)}
                  height={tall}
                  rx={1}
                  fill={fill}
                />
              ) : null;
            })}
          </g>
        );
      })}
    </svg>
  );
}
