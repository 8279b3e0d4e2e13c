"use client";
/** How many conversations a memory keeps warm, by the model's architecture, and how the read share grows with it. */
import { useMemo, useState } from "react";
import type { GivenSegments } from "../../lib/compare/given-request";
import { type CapacityPoint, drawCapacityCurve } from "../../lib/layers/capacity-curve";
import {
  ARCHITECTURES,
  type Architecture,
  blocksBeside,
  conversationsInMemory,
  findArchitecture,
  kvBytesOf,
  tokensInMemory,
} from "../../lib/layers/kv-bytes";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { formatCount, formatNumber, formatPercent } from "../../lib/values/figures";
import { NumberField } from "../ui/number-field";
import { ScrollRegion } from "../ui/scroll-region";

const WIDTH = 420;
const HEIGHT = 190;
const LEFT = 44;
const BOTTOM = 34;
const TOP = 10;
/** Requests that are played for one point of the curve, at most. */
const MOST_PLAYED = 800;
/** Where the walk has a memory without an end. */
const SHOWN_MEMORY = 16;

const ATTENTION = {
  mha: "MHA, every head",
  gqa: "GQA, a head for a group",
  mla: "MLA, one compressed vector",
} as const;

/** What a model keeps, in words; of a hybrid one how many of its layers do. */
function sayKept(architecture: Architecture): string {
  if (architecture.attention === "mla" || architecture.stateLayers === undefined)
    return ATTENTION[architecture.attention];
  const { layers, stateLayers, block } = architecture;
  return `GQA in ${layers} of ${layers + stateLayers} layers, blocks of ${formatCount(block ?? 0)}`;
}

/** The published example of what a GPU has left: GiB, a model of 8B in bf16 beside it. */
const CARD = { gpu: 80, share: 0.92, weights: 16, other: 2 };

/** Blocks that are drawn beside larger ones. */
const SMALL_BLOCK = 16;

const MLA_SHARE = kvBytesOf(findArchitecture("deepseek-v3")) / kvBytesOf(findArchitecture("deepseek-v3-mha"));

const writeGib = (memory: number): string => `${Number(memory.toPrecision(3))}`;

interface CurveProps {
  readonly points: readonly CapacityPoint[];
  /** The same with small blocks; null where the blocks are small. */
  readonly small: readonly CapacityPoint[] | null;
  readonly memory: number | null;
}

function Curve({ points, small, memory }: CurveProps) {
  const most = points.at(-1)?.memory ?? 1;
  const x = (value: number): number => LEFT + (value / most) * (WIDTH - LEFT - 14);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const pathOf = (line: readonly CapacityPoint[]): string =>
    line
      .map((point, order) => `${order === 0 ? "M" : "L"}${x(Math.min(most, point.memory))} ${y(point.share)}`)
      .join("");
  const words = points
    .map(({ memory: at, share }) => `${writeGib(at)} GiB ${formatPercent(share)}`)
    .join(", ");
  return (
    <svg
      role="img"
      aria-label={`Share read by memory: ${words}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-130"
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - 14} y1={y(share)} y2={y(share)} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(share) + 4} fontSize={11} fill="var(--mute)" textAnchor="end">
            {formatPercent(share)}
          </text>
        </g>
      ))}
      {points.map((point, order) =>
        order % 2 === 1 ? (
          <text
            key={point.memory}
            x={x(point.memory)}
            y={HEIGHT - 18}
            fontSize={11}
            fill="var(--mute)"
            textAnchor="middle"
          >
            {writeGib(point.memory)}
          </text>
        ) : null,
      )}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 3} fontSize={11} fill="var(--mute)" textAnchor="middle">
        GiB of one replica
      </text>
      {memory !== null && memory <= most && (
        <line x1={x(memory)} x2={x(memory)} y1={TOP} y2={y(0)} stroke="var(--accent)" strokeDasharray="4 3" />
      )}
      {small && (
        <path d={pathOf(small)} fill="none" stroke="var(--mute)" strokeWidth={1.5} strokeDasharray="2 3" />
      )}
      <path d={pathOf(points)} fill="none" stroke="var(--read)" strokeWidth={2} />
      {points.map((point) => (
        <circle
          key={point.memory}
          cx={x(point.memory)}
          cy={y(point.share)}
          r={3.5}
          fill={point.refused > 0 ? "var(--panel)" : "var(--read)"}
          stroke="var(--read)"
          strokeWidth={1.5}
        />
      ))}
    </svg>
  );
}

interface MemoryPanelProps {
  readonly requests: readonly GivenSegments[];
  readonly settings: LayerSettings;
}

export function MemoryPanel({ requests, settings }: MemoryPanelProps) {
  const [wanted, setConversations] = useState(8);
  const conversations = Math.max(1, Math.min(wanted, Math.floor(MOST_PLAYED / Math.max(1, requests.length))));
  const memory = settings.model.memory ?? SHOWN_MEMORY;
  const points = useMemo(
    () => drawCapacityCurve(requests, settings, conversations),
    [requests, settings, conversations],
  );
  const small = useMemo(() => {
    if (settings.engine.block <= SMALL_BLOCK) return null;
    const engine = { ...settings.engine, block: SMALL_BLOCK };
    return drawCapacityCurve(requests, { ...settings, engine }, conversations);
  }, [requests, settings, conversations]);
  const longest = Math.max(
    0,
    ...requests.map(({ segments }) => segments.reduce((sum, { tokens }) => sum + tokens, 0)),
  );
  const hasEnd = settings.engine.id === "vllm" || settings.engine.id === "sglang";
  return (
    <section aria-label="Memory" className="rounded-lg border border-line bg-panel px-3 py-3 text-sm">
      <h2 className="text-base font-semibold">Memory: how many conversations stay warm</h2>
      <p className="mt-1 max-w-3xl text-mute">
        What a token takes follows from the model’s attention. Here it is {formatNumber(longest)} tokens a
        conversation, in {formatNumber(memory)} GiB of one replica, if nothing of them is shared.
      </p>
      <div className="mt-3 grid gap-5 @4xl:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <ScrollRegion label="Architectures">
            <table className="w-full text-xs whitespace-nowrap tabular-nums">
              <thead>
                <tr className="border-b border-line text-left text-mute">
                  <th className="py-1 pr-3 font-normal">Model</th>
                  <th className="pr-3 font-normal">Keeps</th>
                  <th className="pr-3 text-right font-normal">Bytes a token</th>
                  <th className="pr-3 text-right font-normal">Tokens</th>
                  <th className="text-right font-normal">Conversations</th>
                </tr>
              </thead>
              <tbody>
                {ARCHITECTURES.map((architecture) => (
                  <tr
                    key={architecture.id}
                    aria-current={architecture.id === settings.model.architecture ? "true" : undefined}
                    className="border-b border-line-soft aria-[current]:bg-selected"
                  >
                    <th scope="row" className="py-1 pr-3 text-left font-normal">
                      <a href={architecture.source} className="hover:underline">
                        {architecture.name}
                      </a>
                    </th>
                    <td className="pr-3 text-mute">{sayKept(architecture)}</td>
                    <td className="pr-3 text-right">{formatCount(kvBytesOf(architecture))}</td>
                    <td className="pr-3 text-right">{formatCount(tokensInMemory(architecture, memory))}</td>
                    <td className="text-right">
                      {formatCount(conversationsInMemory(architecture, memory, longest))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <p className="mt-2 max-w-xl text-xs text-mute">
            DeepSeek-V3’s compressed vectors are {formatPercent(MLA_SHARE)} of what full heads would be. A
            hybrid model keeps a state besides, once a block or less often: of one a memory holds at most
            this. On a GPU of {CARD.gpu} GiB, {formatPercent(CARD.share)} of it used, Llama 3.1 8B with its{" "}
            {CARD.weights} GiB and {CARD.other} GiB of other things leaves{" "}
            {formatCount(blocksBeside(findArchitecture("llama-3.1-8b"), CARD, SMALL_BLOCK))} blocks of{" "}
            {SMALL_BLOCK}.
          </p>
        </div>
        <figure className="min-w-0">
          <figcaption className="mb-1 flex flex-wrap items-center gap-2 text-xs text-mute">
            Share of all input that is read, of
            <NumberField
              label="Conversations at once"
              value={wanted}
              min={1}
              max={64}
              className="w-14 text-ink"
              onChange={(next) => setConversations(Math.round(next))}
            />
            such conversations at once
            {conversations < wanted && ` (${conversations} are played, since there are so many requests)`},{" "}
            {findArchitecture(settings.model.architecture).name}
          </figcaption>
          {hasEnd ? (
            <Curve points={points} small={small} memory={settings.model.memory} />
          ) : (
            <p className="text-mute">
              The curve is drawn for vLLM and SGLang, whose order of dropping is known here.
            </p>
          )}
          <p className="text-xs text-mute">
            An empty dot: some requests do not fit into so little.
            {small &&
              ` Dotted: blocks of ${SMALL_BLOCK} instead of ${formatCount(settings.engine.block)}, if the model had them.`}
          </p>
        </figure>
      </div>
    </section>
  );
}
