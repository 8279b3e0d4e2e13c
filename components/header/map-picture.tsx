"use client";
/** A small map with numbers at its parts, and what each part means: how the map is read. */
import type { MessageKey } from "../../lib/words/message";
import { Diamond } from "../map/diamond";
import { FillPatterns, type PaintKind, paintOf } from "../timeline/fill-patterns";
import { type Drawers, useWords } from "../words/use-words";

interface Bar {
  readonly y: number;
  /** Pixels of each stretch, in the order of the prompt. */
  readonly stretches: readonly (readonly [PaintKind, number])[];
}

const LEFT = 40;
const TALL = 22;

/** A first write, a hit, a request whose text parts near its beginning, and one after the entries have ended. */
const BARS: readonly Bar[] = [
  {
    y: 16,
    stretches: [
      ["written", 250],
      ["uncached", 30],
      ["completion", 22],
    ],
  },
  {
    y: 66,
    stretches: [
      ["read", 250],
      ["uncached", 60],
      ["completion", 26],
    ],
  },
  {
    y: 116,
    stretches: [
      ["written", 300],
      ["uncached", 36],
      ["completion", 22],
    ],
  },
  {
    y: 190,
    stretches: [
      ["written", 320],
      ["uncached", 40],
      ["completion", 22],
    ],
  },
];

const ENTRY = LEFT + 250;
const OTHER_ENTRY = LEFT + 300;
const PARTING = LEFT + 84;
const END = 166;

const PARTS = [
  {
    words: "header.partRow",
    at: [18, 27],
  },
  {
    words: "header.partLine",
    at: [ENTRY + 17, 52],
  },
  {
    words: "header.partRing",
    at: [ENTRY - 18, 77],
  },
  {
    words: "header.partDiamond",
    at: [ENTRY - 17, 52],
  },
  {
    words: "header.partFlag",
    at: [PARTING + 20, 106],
  },
  {
    words: "header.partCross",
    at: [ENTRY - 18, END],
  },
] as const;

const KINDS = [
  { kind: "read", fill: "fill-read", words: "header.colourRead" },
  { kind: "written", fill: "fill-written", words: "header.colourWritten" },
  { kind: "uncached", fill: "fill-uncached", words: "header.colourUncached" },
  { kind: "completion", fill: "fill-completion", words: "header.colourCompletion" },
] as const satisfies readonly { kind: PaintKind; fill: string; words: MessageKey }[];

const DRAWERS: Drawers = {
  b: (pieces) => <strong className="font-semibold">{pieces}</strong>,
  says: (pieces) => <span className="text-mute">{pieces}</span>,
};

function Stretches({ y, stretches }: Bar) {
  return stretches.map(([kind, width], index) => {
    const x = LEFT + stretches.slice(0, index).reduce((sum, [, before]) => sum + before, 0);
    const isAnswer = kind === "completion";
    return (
      <rect
        key={kind + x}
        x={isAnswer ? x + 1 : x}
        y={isAnswer ? y + 4 : y}
        width={width}
        height={isAnswer ? TALL - 8 : TALL}
        fill={paintOf[kind]}
      />
    );
  });
}

function PartNumber({
  value,
  at: [x, y],
}: {
  readonly value: number;
  readonly at: readonly [number, number];
}) {
  return (
    <g>
      <circle cx={x} cy={y} r={9.5} fill="var(--ink)" stroke="var(--panel)" strokeWidth={2} />
      <text x={x} y={y + 4.5} textAnchor="middle" fontSize={13} fontWeight={600} fill="var(--panel)">
        {value}
      </text>
    </g>
  );
}

export function MapPicture() {
  const { t, rich } = useWords();
  const middle = (BARS[1]?.y ?? 0) + TALL / 2;
  return (
    <>
      <svg
        viewBox="0 0 460 222"
        aria-hidden
        className="mt-3 w-full rounded-md border border-line-soft bg-panel p-2"
      >
        <FillPatterns />
        <line x1={LEFT} x2={450} y1={END} y2={END} stroke="var(--bad)" strokeDasharray="3 3" opacity={0.7} />
        <line
          x1={ENTRY}
          x2={ENTRY}
          y1={16 + TALL}
          y2={66}
          stroke="var(--read)"
          strokeWidth={5}
          opacity={0.35}
        />
        <line x1={ENTRY} x2={ENTRY} y1={66} y2={END} stroke="var(--read)" strokeWidth={2} opacity={0.35} />
        <line
          x1={OTHER_ENTRY}
          x2={OTHER_ENTRY}
          y1={116}
          y2={END}
          stroke="var(--read)"
          strokeWidth={2}
          opacity={0.35}
        />
        {BARS.map((bar) => (
          <Stretches key={bar.y} {...bar} />
        ))}
        {[ENTRY, OTHER_ENTRY].map((x) => (
          <path key={x} d={`M${x - 4},${END - 4}l8,8m0,-8l-8,8`} stroke="var(--bad)" strokeWidth={1.6} />
        ))}
        <Diamond x={ENTRY} y={16 + TALL + 9} look="effective" />
        <circle cx={ENTRY} cy={middle} r={5} fill="var(--panel)" stroke="var(--read)" strokeWidth={2.4} />
        <line x1={PARTING} x2={PARTING} y1={106} y2={144} stroke="var(--bad)" strokeWidth={1.8} />
        <path d={`M${PARTING},106l8,4.5l-8,4.5z`} fill="var(--bad)" />
        {PARTS.map(({ words, at }, index) => (
          <PartNumber key={words} value={index + 1} at={at} />
        ))}
      </svg>
      <ol className="mt-3 space-y-1.5">
        {PARTS.map(({ words }, index) => (
          <li key={words} className="flex gap-2.5">
            <span
              aria-hidden
              className="mt-px grid size-5 shrink-0 place-items-center rounded-full bg-ink text-[11px] font-semibold text-panel"
            >
              {index + 1}
            </span>
            <span className="text-pretty">{rich(words, DRAWERS)}</span>
          </li>
        ))}
      </ol>
      <ul aria-label={t("header.colours")} className="mt-4 space-y-1">
        {KINDS.map(({ kind, fill, words }) => (
          <li key={kind} className="flex items-center gap-2.5">
            <span aria-hidden className={`size-3 shrink-0 rounded-xs ${fill}`} />
            <span>{rich(words, DRAWERS)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
