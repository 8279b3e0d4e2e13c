/** The times of short, cold and warm calls side by side: a dot a call, a bar from quartile to quartile, a line at the median. */
import { type AuditState, countedOf } from "../../lib/audit/audit-state";
import { groupCalls, nameMoment, timesOf } from "../../lib/audit/judged-call";
import { claimsRead } from "../../lib/audit/read-fields";
import { spreadOf } from "../../lib/audit/spread";
import { KIND_WORDS } from "../../lib/audit/write-audit-report";
import { useWords } from "../words/use-words";

const WIDTH = 720;
const LEFT = 64;
const RIGHT = 16;
const ROW = 44;
const KINDS = ["short", "cold", "warm"] as const;
type Kind = (typeof KINDS)[number];

const NAMES = { short: "audit.rowShort", cold: "audit.rowCold", warm: "audit.rowWarm" } as const;

const COLOURS: Readonly<Record<Kind, string>> = {
  short: "var(--faint)",
  cold: "var(--ink)",
  warm: "var(--accent)",
};

/** A round step that makes three to six ticks. */
function stepOf(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

interface StripProps {
  readonly kind: Kind;
  readonly times: readonly number[];
  /** Whether the usage says that the call read. */
  readonly claims: readonly boolean[];
  readonly place: (seconds: number) => number;
}

function Strip({ kind, times, claims, place }: StripProps) {
  const { t } = useWords();
  const spread = spreadOf(times);
  const top = KINDS.indexOf(kind) * ROW;
  const middle = top + ROW / 2;
  const colour = COLOURS[kind];
  return (
    <g>
      <text x={0} y={middle + 4} fontSize={12} fill="var(--ink)">
        {t(NAMES[kind])}
      </text>
      {spread && (
        <>
          <rect
            x={place(spread.lower)}
            y={middle - 13}
            width={Math.max(1, place(spread.upper) - place(spread.lower))}
            height={26}
            rx={3}
            fill={colour}
            opacity={0.12}
          />
          <line
            x1={place(spread.median)}
            x2={place(spread.median)}
            y1={middle - 15}
            y2={middle + 15}
            stroke={colour}
            strokeWidth={2}
          />
        </>
      )}
      {times.map((time, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: calls are only ever added at the end.
          key={index}
          cx={place(time)}
          cy={middle + (((index * 2) % 5) - 2) * 4}
          r={3.5}
          fill={claims[index] ? colour : "var(--panel)"}
          stroke={colour}
          strokeWidth={1.4}
        />
      ))}
    </g>
  );
}

export function StripPlot({ audit }: { readonly audit: AuditState }) {
  const { t, list } = useWords();
  const calls = countedOf(audit);
  const { times, what } = timesOf(calls);
  const longest = Math.max(0.01, ...KINDS.flatMap((kind) => times[kind]));
  const step = stepOf(longest);
  const most = Math.ceil(longest / step) * step;
  const place = (seconds: number): number => LEFT + (seconds / most) * (WIDTH - LEFT - RIGHT);
  const bottom = KINDS.length * ROW;
  const ticks = Array.from({ length: Math.round(most / step) + 1 }, (_, index) => index * step);
  const words = KINDS.flatMap((kind) => {
    const spread = spreadOf(times[kind]);
    return spread
      ? [t("audit.medianOf", { kind: t(KIND_WORDS[kind]), seconds: spread.median.toFixed(2) })]
      : [];
  });
  return (
    <figure className="rounded-lg border border-line bg-panel px-4 py-3">
      <figcaption className="mb-1 text-xs text-mute">
        {t("audit.plotCaption", { what: nameMoment(what) })}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
      <section aria-label={t("audit.times")} tabIndex={0} className="relative overflow-x-auto">
        <svg
          role="img"
          aria-label={t("audit.plotLabel", { medians: list(words) })}
          viewBox={`0 0 ${WIDTH} ${bottom + 22}`}
          className="w-full max-w-4xl min-w-130"
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={place(tick)} x2={place(tick)} y1={0} y2={bottom} stroke="var(--line-soft)" />
              <text x={place(tick)} y={bottom + 15} fontSize={11} fill="var(--mute)" textAnchor="middle">
                {Number(tick.toPrecision(3))}
              </text>
            </g>
          ))}
          {KINDS.map((kind) => (
            <Strip
              key={kind}
              kind={kind}
              times={times[kind]}
              claims={groupCalls(calls)[kind].map(claimsRead)}
              place={place}
            />
          ))}
        </svg>
      </section>
    </figure>
  );
}
