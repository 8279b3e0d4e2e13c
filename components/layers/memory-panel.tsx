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
import type { Words } from "../../lib/words/create-words";
import { NumberField } from "../ui/number-field";
import { ScrollRegion } from "../ui/scroll-region";
import { useWords } from "../words/use-words";

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
  mha: "layers.mha",
  gqa: "layers.gqa",
  mla: "layers.mla",
} as const;

/** What a model keeps, in words; of a hybrid one how many of its layers do. */
function sayKept(architecture: Architecture, { t }: Words): string {
  if (architecture.attention === "mla" || architecture.stateLayers === undefined)
    return t(ATTENTION[architecture.attention]);
  const { layers, stateLayers, block } = architecture;
  return t("layers.gqaHybrid", { layers, all: layers + stateLayers, block: formatCount(block ?? 0) });
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
  const { t } = useWords();
  const most = points.at(-1)?.memory ?? 1;
  const x = (value: number): number => LEFT + (value / most) * (WIDTH - LEFT - 14);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const pathOf = (line: readonly CapacityPoint[]): string =>
    line
      .map((point, order) => `${order === 0 ? "M" : "L"}${x(Math.min(most, point.memory))} ${y(point.share)}`)
      .join("");
  const words = points
    .map(({ memory: at, share }) => `${writeGib(at)} GiB ${formatPercent(share)}`)
    .join(t("values.comma"));
  return (
    <svg
      role="img"
      aria-label={t("layers.curveLabel", { points: words })}
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
        {t("layers.gibOfReplica")}
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
  const words = useWords();
  const { t, say } = words;
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
  const model = findArchitecture(settings.model.architecture).name;
  const hasEnd = settings.engine.id === "vllm" || settings.engine.id === "sglang";
  return (
    <section
      aria-label={t("layers.memory")}
      className="rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <h2 className="text-base font-semibold">{t("layers.memoryTitle")}</h2>
      <p className="mt-1 max-w-3xl text-mute">
        {t("layers.memoryAbout", { longest: formatNumber(longest), memory: formatNumber(memory) })}
      </p>
      <div className="mt-3 grid gap-5 @4xl:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <ScrollRegion label={t("layers.architectures")}>
            <table className="w-full text-xs whitespace-nowrap tabular-nums">
              <thead>
                <tr className="border-b border-line text-left text-mute">
                  <th className="py-1 pr-3 font-normal">{t("layers.model")}</th>
                  <th className="pr-3 font-normal">{t("layers.keeps")}</th>
                  <th className="pr-3 text-right font-normal">{t("layers.bytesToken")}</th>
                  <th className="pr-3 text-right font-normal">{t("layers.tokens")}</th>
                  <th className="text-right font-normal">{t("layers.conversations")}</th>
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
                        {say(architecture.name)}
                      </a>
                    </th>
                    <td className="pr-3 text-mute">{sayKept(architecture, words)}</td>
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
            {t("layers.memoryNote", {
              share: formatPercent(MLA_SHARE),
              gpu: CARD.gpu,
              used: formatPercent(CARD.share),
              weights: CARD.weights,
              other: CARD.other,
              blocks: formatCount(blocksBeside(findArchitecture("llama-3.1-8b"), CARD, SMALL_BLOCK)),
              size: SMALL_BLOCK,
            })}
          </p>
        </div>
        <figure className="min-w-0">
          <figcaption className="mb-1 flex flex-wrap items-center gap-2 text-xs text-mute">
            {t("layers.curveOf")}
            <NumberField
              label={t("layers.atOnce")}
              value={wanted}
              min={1}
              max={64}
              className="w-14 text-ink"
              onChange={(next) => setConversations(Math.round(next))}
            />
            {conversations < wanted
              ? t("layers.suchPlayed", { played: conversations, model })
              : t("layers.suchAtOnce", { model })}
          </figcaption>
          {hasEnd ? (
            <Curve points={points} small={small} memory={settings.model.memory} />
          ) : (
            <p className="text-mute">{t("layers.noCurve")}</p>
          )}
          <p className="text-xs text-mute">
            {small
              ? t("layers.emptyDotSmall", { small: SMALL_BLOCK, block: formatCount(settings.engine.block) })
              : t("layers.emptyDot")}
          </p>
        </figure>
      </div>
    </section>
  );
}
