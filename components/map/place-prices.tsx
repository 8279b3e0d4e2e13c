/** What the conversation would cost with the marker at each possible place, while it is dragged. */
import type { Currency } from "../../lib/offers/offer";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { leastOf } from "../../lib/values/long-lists";
import { useWords } from "../words/use-words";
import type { TokenScale } from "./token-scale";
import type { MarkerPlace } from "./use-marker-drag";

/** Pixels of a price below a place. */
const PRICE_ROOM = 58;

interface PlacePricesProps {
  readonly places: readonly MarkerPlace[];
  readonly prices: Readonly<Record<string, number | null>>;
  readonly to: string;
  readonly scale: TokenScale;
  readonly top: number;
  readonly bottom: number;
  readonly cost: number | null;
  readonly currency: Currency;
  /** The markers follow a rule: the prices are those of the document's markers as drawn. */
  readonly isRuled: boolean;
}

/** A tick at every place, its price where it can be read, and the one under the marker with what it changes. */
export function PlacePrices({
  places,
  prices,
  to,
  scale,
  top,
  bottom,
  cost,
  currency,
  isRuled,
}: PlacePricesProps) {
  const target = places.find(({ segment }) => segment === to);
  const targetX = scale.x(target?.tokens ?? 0);
  const { t } = useWords();
  let free = Number.NEGATIVE_INFINITY;
  const price = prices[to] ?? null;
  const change = price === null || !cost ? null : price / cost - 1;
  const priced =
    formatMoney(price, currency) +
    (change !== null && Math.abs(change) >= 0.0005 ? ` (${formatChange(change)})` : "");
  const known = Object.values(prices).filter((each): each is number => each !== null);
  const least = leastOf(known);
  return (
    <g pointerEvents="none" aria-hidden data-prices={known.length}>
      {places.map(({ segment, tokens }) => {
        const x = scale.x(tokens);
        const amount = prices[segment] ?? null;
        const isFree = x - free >= PRICE_ROOM && Math.abs(x - targetX) >= PRICE_ROOM;
        const isNamed = amount !== null && isFree && segment !== to;
        if (isNamed) free = x;
        return (
          <g key={segment}>
            <line
              x1={x}
              x2={x}
              y1={top - 3}
              y2={bottom + 3}
              stroke="var(--ink)"
              strokeWidth={segment === to ? 2 : 1}
              opacity={segment === to ? 1 : 0.45}
            />
            {isNamed && (
              <text
                x={x}
                y={bottom + 32}
                textAnchor="middle"
                fontSize={11}
                className="font-mono"
                fontWeight={amount === least ? 700 : 400}
                fill="var(--ink)"
                stroke="var(--panel)"
                strokeWidth={3}
                paintOrder="stroke"
              >
                {formatMoney(amount, currency)}
              </text>
            )}
          </g>
        );
      })}
      {price !== null && (
        <text
          x={targetX}
          y={bottom + 33}
          textAnchor="middle"
          fontSize={12.5}
          fontWeight={700}
          className="font-mono"
          fill={change !== null && change > 0 ? "var(--bad)" : "var(--ink)"}
          stroke="var(--panel)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {isRuled ? t("map.asDrawn", { price: priced }) : priced}
        </text>
      )}
    </g>
  );
}
