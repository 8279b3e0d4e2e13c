/** The walk of each request, a row each: through the lanes of router, gateway and host to what the engine had, and back with the bill. */
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import { formatColumn, formatNumber } from "../../lib/values/figures";
import { greatestOf } from "../../lib/values/long-lists";
import { useWords } from "../words/use-words";
import { type Column, lanesOf, placeLanes, type WalkLanes } from "./place-lanes";

const ROW = 24;
const HEAD = 46;
const LEFT = 34;
const BAR = 104;
const USAGE = 66;
const COST = 78;

/** The texture of what is computed, of its own name: that of a map that is put away is not painted. */
const COMPUTED = "walk-computed";

interface WalkDrawingProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
  /** The request that is looked at, by its place. */
  readonly selected: number;
  /** Requests from the first on that have been sent; the others are faint. */
  readonly sent: number;
  readonly onSelect: (place: number) => void;
}

const middleOf = (place: number): number => HEAD + place * ROW + ROW / 2;

function ColumnHead({ column, height }: { readonly column: Column; readonly height: number }) {
  return (
    <g>
      <text x={column.left} y={14} fontSize={12} fontWeight={600} fill="var(--ink)">
        {column.title}
      </text>
      {column.lanes.map(({ x, label }) => (
        <g key={x}>
          <text x={x} y={34} fontSize={10.5} fill="var(--mute)" textAnchor="middle">
            {label}
          </text>
          <line x1={x} x2={x} y1={HEAD - 6} y2={height} stroke="var(--line)" />
        </g>
      ))}
    </g>
  );
}

/** In a replica's lane, from the request that first came there to the last one: how long its cache has something. */
function KeptLines({
  steps,
  settings,
  lanes,
  sent,
}: Omit<WalkDrawingProps, "selected" | "onSelect"> & { readonly lanes: WalkLanes }) {
  const spans = new Map<number, { first: number; last: number }>();
  for (const [place, step] of steps.slice(0, sent).entries()) {
    const lane = lanesOf(step, settings)[2];
    spans.set(lane, { first: spans.get(lane)?.first ?? place, last: place });
  }
  return [...spans].map(([lane, { first, last }]) => {
    const x = lanes.host.lanes[lane]?.x ?? 0;
    return (
      <line
        key={lane}
        x1={x}
        x2={x}
        y1={middleOf(first)}
        y2={middleOf(last)}
        stroke="var(--ink)"
        strokeWidth={2}
        strokeOpacity={0.35}
      />
    );
  });
}

/** What a request met: a full dot, an empty one, or one that is struck through where it is warm elsewhere. */
export function MetSign({
  step,
  x,
  y,
}: {
  readonly step: Pick<Step, "read" | "reachable">;
  readonly x: number;
  readonly y: number;
}) {
  if (step.read > 0)
    return <circle cx={x} cy={y} r={5.5} fill="var(--read)" stroke="var(--panel)" strokeWidth={1.5} />;
  const isElsewhere = step.reachable > 0;
  const colour = isElsewhere ? "var(--bad)" : "var(--uncached-ink)";
  return (
    <g stroke={colour} strokeWidth={2}>
      <circle cx={x} cy={y} r={5} fill="var(--panel)" />
      {isElsewhere && <path d={`M${x - 2.5} ${y - 2.5}l5 5m0 -5l-5 5`} strokeWidth={1.5} />}
    </g>
  );
}

interface RowProps extends Pick<WalkDrawingProps, "settings" | "onSelect"> {
  readonly step: Step;
  readonly place: number;
  readonly lanes: WalkLanes;
  readonly most: number;
  readonly cost: string;
  readonly isSelected: boolean;
  readonly isSent: boolean;
  readonly isNewest: boolean;
  readonly width: number;
}

function WalkRow({
  step,
  place,
  settings,
  lanes,
  most,
  cost,
  isSelected,
  isSent,
  isNewest,
  width,
  onSelect,
}: RowProps) {
  const y = middleOf(place);
  const [router, gateway, host] = lanesOf(step, settings);
  const [a = 0, b = 0, c = 0] = [
    lanes.router.lanes[router]?.x,
    lanes.gateway.lanes[gateway]?.x,
    lanes.host.lanes[host]?.x,
  ];
  const scale = BAR / Math.max(1, most);
  const bar = lanes.engineLeft;
  const isHidden = step.reported !== step.read;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider beside the drawing takes the keys
    <g onClick={() => onSelect(place)} className="cursor-pointer" opacity={isSent ? 1 : 0.25}>
      <rect
        x={0}
        y={y - ROW / 2}
        width={width}
        height={ROW}
        fill={isSelected ? "var(--selected)" : "transparent"}
        rx={4}
      />
      <text x={LEFT - 12} y={y + 4} fontSize={11} fill="var(--mute)" textAnchor="end">
        {step.request + 1}
      </text>
      <path
        d={`M${LEFT - 8} ${y}H${bar - 4}`}
        pathLength={1}
        stroke={isSelected ? "var(--ink)" : "var(--faint)"}
        strokeWidth={isSelected ? 1.8 : 1}
        fill="none"
        className={isNewest ? "walk-goes" : undefined}
      />
      {[a, b].map((x, order) => (
        <circle key={order === 0 ? "router" : "gateway"} cx={x} cy={y} r={3.5} fill="var(--ink)" />
      ))}
      <MetSign step={step} x={c} y={y} />
      <rect x={bar} y={y - 6} width={step.prompt * scale} height={12} fill={`url(#${COMPUTED})`} rx={1.5} />
      <rect x={bar} y={y - 6} width={step.read * scale} height={12} fill="var(--read)" rx={1.5} />
      <text
        x={bar + BAR + USAGE}
        y={y + 4}
        fontSize={11}
        textAnchor="end"
        fill={isHidden ? "var(--warn)" : "var(--ink)"}
        fontWeight={isHidden ? 600 : 400}
      >
        {formatNumber(step.reported)}
      </text>
      <text x={width - 6} y={y + 4} fontSize={11} textAnchor="end" fill="var(--ink)">
        {cost}
      </text>
    </g>
  );
}

export function WalkDrawing({ steps, settings, selected, sent, onSelect }: WalkDrawingProps) {
  const words = useWords();
  const { t } = words;
  const lanes = placeLanes(settings, LEFT, words);
  const width = lanes.engineLeft + BAR + USAGE + COST;
  const height = HEAD + steps.length * ROW + 4;
  const most = Math.max(greatestOf(steps.map(({ prompt }) => prompt)), 1);
  const writeCost = formatColumn(
    steps.map(({ cost }) => cost),
    "USD",
  );
  const warm = steps.filter(({ read }) => read > 0).length;
  return (
    <svg
      role="img"
      aria-label={t("layers.walkOf", { count: steps.length, warm })}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="block font-sans tabular-nums"
    >
      <defs>
        <pattern id={COMPUTED} width={4} height={4} patternUnits="userSpaceOnUse">
          <rect width={4} height={4} fill="var(--uncached)" />
          <rect x={2} width={2} height={4} fill="var(--panel)" opacity={0.45} />
        </pattern>
      </defs>
      {[lanes.router, lanes.gateway, lanes.host].map((column) => (
        <ColumnHead key={column.title} column={column} height={height} />
      ))}
      {[
        [t("layers.engine"), lanes.engineLeft, "start"],
        [t("layers.usageHead"), lanes.engineLeft + BAR + USAGE, "end"],
        [t("layers.cost"), width - 6, "end"],
      ].map(([title, x, anchor]) => (
        <text
          key={title}
          x={x}
          y={14}
          fontSize={12}
          fontWeight={600}
          fill="var(--ink)"
          textAnchor={anchor as "start" | "end"}
        >
          {title}
        </text>
      ))}
      <text x={lanes.engineLeft} y={34} fontSize={10.5} fill="var(--mute)">
        {t("layers.readComputed")}
      </text>
      {steps.map((step, place) => (
        <WalkRow
          key={step.request}
          {...{ step, place, settings, lanes, most, width, onSelect }}
          cost={step.cost === null ? t("values.unknown") : writeCost(step.cost)}
          isSelected={place === selected}
          isSent={place < sent}
          isNewest={place === sent - 1 && sent < steps.length}
        />
      ))}
      <g pointerEvents="none">
        <KeptLines steps={steps} settings={settings} lanes={lanes} sent={sent} />
      </g>
    </svg>
  );
}
