/** Where a row's text parts from the row it should have read: a flag at the very token, and the words that differ. */
import type { Parting } from "../../lib/pipeline/find-partings";
import { countLetters } from "../ui/measure-letters";
import { useWords } from "../words/use-words";
import type { RowPlace } from "./lay-rows";
import { sayParting } from "./say-parting";
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
/** Pixels of a letter, by and large. */
const LETTER = 5.9;

export function Notch({ parting, place, scale, room, right }: NotchProps) {
  const words = useWords();
  const { barTop, barBottom } = place;
  const x = scale.x(parting.tokens);
  const isLeft =
    x + 8 + countLetters(sayParting(words, parting, Number.POSITIVE_INFINITY)) * LETTER < right ||
    x < right / 2;
  const said = sayParting(
    words,
    parting,
    Math.floor((isLeft ? right - x - 8 : Math.min(x - 5, right)) / LETTER),
  );
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
          {said}
        </text>
      )}
    </g>
  );
}
