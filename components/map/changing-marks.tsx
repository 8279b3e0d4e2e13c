"use client";
/** Words of the document that change, as chips above its row: drag one behind the last marker, or press Enter on it. */
import { type PointerEvent, useState } from "react";
import { CHANGE_NAMES } from "../../lib/changing/changing-text";
import type { ChangingView } from "../../lib/pipeline/analysis";
import { useActions } from "../playground-context";
import { clipWords, countLetters } from "../ui/measure-letters";
import { useWords } from "../words/use-words";
import type { TokenScale } from "./token-scale";
import { useGhost } from "./use-ghost";
import { stepFocus, useRoving } from "./use-roving";

interface ChangingMarksProps {
  readonly changing: readonly ChangingView[];
  readonly scale: TokenScale;
  /** Foot of the chips: the top of the row's bar. */
  readonly y: number;
  readonly height: number;
  /** Tokens of the last marker; 0 = none. */
  readonly lastMarker: number;
  readonly isEditable: boolean;
}

/** Pixels of a letter, and what is shown of the words. */
const LETTER = 6.3;
const SHOWN = 24;
/** Pixels beyond the last marker at which a chip is dropped behind it. */
const BEYOND = 6;

const nameChip = ({ words }: ChangingView): string => `↻ ${clipWords(words, SHOWN)}`;

/** Pixels that the chips take at the left end of the axis. */
export function countChipsWidth(changing: readonly ChangingView[], scale: TokenScale): number {
  return changing
    .filter(({ change }) => change !== "never")
    .reduce((end, span) => {
      const from = scale.x(span.prefix) - scale.left;
      return from <= end + 20 ? Math.max(end, from + countLetters(nameChip(span)) * LETTER + 14) : end;
    }, 0);
}

export function ChangingMarks({ changing, scale, y, height, lastMarker, isEditable }: ChangingMarksProps) {
  const shown = changing.filter(({ change, prefix }) => change !== "never" && prefix < scale.shown.to);
  const roving = useRoving(shown.map(({ range }) => String(range.start)));
  let free = Number.NEGATIVE_INFINITY;
  return (
    <g>
      {shown.map((span) => {
        const x = scale.x(span.prefix);
        const label = nameChip(span);
        const isNamed = x >= free;
        if (isNamed) free = x + countLetters(label) * LETTER + 16;
        return (
          <ChangingMark
            key={`${span.range.start}`}
            span={span}
            label={isNamed ? label : "↻"}
            x={x}
            y={y}
            height={height}
            behind={scale.x(lastMarker)}
            isEditable={isEditable && span.mend !== null}
            tabIndex={roving.tabIndexOf(String(span.range.start))}
            onTake={() => roving.take(String(span.range.start))}
          />
        );
      })}
    </g>
  );
}

interface ChangingMarkProps {
  readonly span: ChangingView;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Place of the last marker. */
  readonly behind: number;
  readonly isEditable: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTake: () => void;
}

interface Moved {
  /** Where the pointer was at first, in the window. */
  readonly from: number;
  /** Pixels from the chip's left edge to the pointer. */
  readonly held: number;
  readonly by: number;
}

function ChangingMark({
  span,
  label,
  x,
  y,
  height,
  behind,
  isEditable,
  tabIndex,
  onTake,
}: ChangingMarkProps) {
  const actions = useActions();
  const ghost = useGhost();
  const { t } = useWords();
  const [moved, setMoved] = useState<Moved | null>(null);
  const width = countLetters(label) * LETTER + 9;
  // The pointer decides, wherever the chip was taken hold of.
  const isPast = ({ held, by }: Moved): boolean => x + held + by > behind + BEYOND;
  const isBehind = moved !== null && moved.by > 0 && isPast(moved);

  function move(event: PointerEvent): void {
    if (!moved) return;
    const by = Math.max(0, event.clientX - moved.from);
    const willBe = by > 0 && isPast({ ...moved, by });
    if (willBe !== isBehind && span.mend) {
      if (willBe) ghost.showEdits(span.mend.title, span.mend.edits);
      else ghost.hide();
    }
    setMoved({ ...moved, by });
  }

  function drop(): void {
    if (isBehind) actions.moveChanging(span);
    ghost.hide();
    setMoved(null);
  }

  const said = { words: span.words, how: CHANGE_NAMES[span.change] };
  return (
    <g
      role="button"
      tabIndex={tabIndex}
      aria-disabled={!isEditable}
      aria-label={isEditable ? t("map.changesMovable", said) : t("map.changes", said)}
      data-changing={span.words}
      onPointerDown={(event) => {
        if (!isEditable || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { left } = event.currentTarget.getBoundingClientRect();
        setMoved({ from: event.clientX, held: event.clientX - left, by: 0 });
      }}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={() => setMoved(null)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step === -1 || step === 1) stepFocus(event.currentTarget, step);
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        if (isEditable) actions.moveChanging(span);
      }}
      onFocus={() => {
        onTake();
        if (isEditable && span.mend) ghost.showEdits(span.mend.title, span.mend.edits);
      }}
      onBlur={ghost.hide}
      onClick={() => actions.reveal(span.range)}
      transform={moved ? `translate(${moved.by} 0)` : undefined}
      className={`group/chip outline-none ${isEditable ? "cursor-grab touch-none active:cursor-grabbing" : "cursor-default"}`}
    >
      {/* Where the words stand in the bar. */}
      <line
        x1={x}
        x2={x}
        y1={y - 2}
        y2={y + height}
        stroke="var(--ink)"
        strokeWidth={1.4}
        strokeDasharray="2 2"
      />
      <rect
        x={x}
        y={y - 15}
        width={width}
        height={14}
        rx={4}
        fill={isBehind ? "var(--selected)" : "var(--panel)"}
        stroke="var(--mute)"
        strokeDasharray="3 2"
        className="group-hover/chip:stroke-(--ink) group-focus-visible/chip:stroke-(--accent) group-focus-visible/chip:[stroke-width:2]"
      />
      <text x={x + 5} y={y - 4.5} fontSize={10.5} fill="var(--ink)" className="font-mono select-none">
        {label}
      </text>
    </g>
  );
}
