/** Where a row's text parts from the row it should have read: a flag at the very token, and the words that differ. */
import type { Parting } from "../../lib/pipeline/find-partings";
import type { RowPlace } from "./lay-rows";
import type { TokenScale } from "./token-scale";

interface NotchProps {
  readonly parting: Parting;
  readonly place: RowPlace;
  readonly scale: TokenScale;
  /** Pixels of a row below its bar; the words need some. */
  readonly room: number;
  /** Right end of that room. */
  readonly right: number;
}

/** Pixels from which on there is room for the words, and for them to stand clear of the markers. */
const WORDS = 12;
const FAR = 27;

const quote = (words: string): string => (words === "" ? "nothing" : `“${words}”`);

/** e.g. `parts from request 6 here: “09:30” → “09:31”`. */
export const sayParting = ({ other, before, after }: Parting): string =>
  `parts from request ${other + 1} here: ${quote(before)} → ${quote(after)}`;

export function Notch({ parting, place, scale, room, right }: NotchProps) {
  const { barTop, barBottom } = place;
  const x = scale.x(parting.tokens);
  const words = sayParting(parting);
  const isLeft = x + 8 + words.length * 5.9 < right || x < right / 2;
  return (
    <g pointerEvents="none" aria-hidden data-notch={parting.turn}>
      <line
        x1={x}
        x2={x}
        y1={barTop - 6}
        y2={barBottom + (room > WORDS ? 6 : 2)}
        stroke="var(--bad)"
        strokeWidth={1.6}
      />
      <path d={`M${x},${barTop - 6}l6,3.5l-6,3.5z`} fill="var(--bad)" />
      {room > WORDS && (
        <text
          x={isLeft ? x + 7 : Math.min(x - 5, right)}
          y={barBottom + (room > FAR ? 26 : 13)}
          textAnchor={isLeft ? "start" : "end"}
          fontSize={11.5}
          fill="var(--bad)"
          stroke="var(--panel)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {words}
        </text>
      )}
    </g>
  );
}
