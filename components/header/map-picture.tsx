/** A small map with numbers at its parts, and what each part means: how the map is read. */
import { Diamond } from "../map/diamond";
import { FillPatterns, type PaintKind, paintOf } from "../timeline/fill-patterns";

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

const PARTS: readonly {
  readonly name: string;
  readonly says: string;
  readonly at: readonly [number, number];
}[] = [
  {
    name: "A row is a request",
    says: "Its prompt to scale, with the answer behind it. Beside it stand what became of it and what it cost.",
    at: [18, 27],
  },
  {
    name: "A line is a cache entry",
    says: "It begins at the boundary where it was written and goes down as long as the entry lives.",
    at: [ENTRY + 17, 52],
  },
  {
    name: "A ring is a hit",
    says: "The row reads all that is left of the ring from the entry whose line it crosses.",
    at: [ENTRY - 18, 77],
  },
  {
    name: "A diamond is a marker",
    says: "It asks for an entry that ends there. Drag it, and every place says what the conversation would cost. A hollow one has no effect.",
    at: [ENTRY - 17, 52],
  },
  {
    name: "A flag is where texts part",
    says: "From this token on the row differs from the one it should have read, so it pays for the rest again.",
    at: [PARTING + 20, 106],
  },
  {
    name: "A cross is an end",
    says: "Nobody has read the entry in time. The waits between requests can be dragged and typed.",
    at: [ENTRY - 18, END],
  },
];

const KINDS: readonly { readonly kind: PaintKind; readonly fill: string; readonly says: string }[] = [
  { kind: "read", fill: "fill-read", says: "read from the cache, at a small part of the price" },
  { kind: "written", fill: "fill-written", says: "written into it, above the plain price" },
  { kind: "uncached", fill: "fill-uncached", says: "neither, at the plain price" },
  { kind: "completion", fill: "fill-completion", says: "the answer" },
];

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
        {PARTS.map(({ name, at }, index) => (
          <PartNumber key={name} value={index + 1} at={at} />
        ))}
      </svg>
      <ol className="mt-3 space-y-1.5">
        {PARTS.map(({ name, says }, index) => (
          <li key={name} className="flex gap-2.5">
            <span
              aria-hidden
              className="mt-px grid size-5 shrink-0 place-items-center rounded-full bg-ink text-[11px] font-semibold text-panel"
            >
              {index + 1}
            </span>
            <span className="text-pretty">
              <strong className="font-semibold">{name}.</strong> {says}
            </span>
          </li>
        ))}
      </ol>
      <ul aria-label="Colours" className="mt-4 space-y-1">
        {KINDS.map(({ kind, fill, says }) => (
          <li key={kind} className="flex items-center gap-2.5">
            <span aria-hidden className={`size-3 shrink-0 rounded-xs ${fill}`} />
            <span>
              <strong className="font-semibold">{kind}</strong> <span className="text-mute">{says}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
