/** A prompt to scale: read, written and uncached tokens, cut at its messages, with the answer behind it. */
import type { LedgerRow } from "../../lib/bill/ledger";
import { paintOf } from "../timeline/fill-patterns";
import { countLetters } from "../ui/measure-letters";
import { useWords } from "../words/use-words";
import type { TokenScale } from "./token-scale";

interface RowBarProps {
  readonly ledger: LedgerRow;
  /** Tokens to the end of each segment. */
  readonly bounds: readonly number[];
  readonly scale: TokenScale;
  readonly top: number;
  readonly height: number;
  /** A ping keeps entries alive and asks nothing: it is drawn slim. */
  readonly isPing: boolean;
  /** Tokens an ideal implicit cache might read. */
  readonly washed: number;
  /** Its length alone is shown. */
  readonly isCovered: boolean;
}

const KINDS = ["read", "written", "uncached"] as const;

/** A hit of one token is seen. */
const LEAST = 1.5;
/** Pixels of a letter of the words about what is not promised, and around them. */
const LETTER = 5.12;
const AROUND = 8;
/** Pixels between two cuts. */
const APART = 2.5;

/** One path for all cuts, those that would run into each other left out. */
function drawCuts(bounds: readonly number[], scale: TokenScale, top: number, height: number): string {
  let last = Number.NEGATIVE_INFINITY;
  const pieces: string[] = [];
  for (const tokens of bounds.slice(0, -1)) {
    const x = scale.x(tokens);
    if (x - last < APART || x <= scale.left) continue;
    last = x;
    pieces.push(`M${x.toFixed(1)},${top}v${height}`);
  }
  return pieces.join("");
}

export function RowBar({ ledger, bounds, scale, top, height, isPing, isCovered, ...rest }: RowBarProps) {
  const [y, tall] = isPing ? [top + height / 2 - 2.5, 5] : [top, height];
  const washed = isCovered ? 0 : rest.washed;
  let tokens = 0;
  const { x } = scale;
  const promise = useWords().t("map.notPromised");
  const promiseWidth = countLetters(promise) * LETTER + AROUND;
  const end = x(ledger.prompt);
  return (
    <>
      {isCovered && (
        <rect
          x={x(0)}
          y={y}
          width={Math.max(LEAST, end - x(0))}
          height={tall}
          fill="var(--line)"
          data-covered
        />
      )}
      {(isCovered ? [] : KINDS).map((kind) => {
        const from = x(tokens);
        tokens += ledger[kind];
        if (ledger[kind] === 0) return null;
        const width = Math.max(LEAST, x(tokens) - from);
        return (
          <rect
            key={kind}
            x={from}
            y={y}
            width={width}
            height={tall}
            fill={paintOf[kind]}
            className="grows"
            data-fill={kind}
          />
        );
      })}
      {washed > ledger.read && (
        <rect
          x={x(0)}
          y={y}
          width={x(washed) - x(0)}
          height={tall}
          fill="var(--read)"
          opacity={0.3}
          data-washed
        />
      )}
      <path d={drawCuts(bounds, scale, y, tall)} stroke="var(--panel)" strokeWidth={1.1} />
      {washed > ledger.read && x(washed) - x(0) > promiseWidth + 14 && (
        <>
          {/* Over the stripes of the bar no word can be read. */}
          <rect
            x={x(0) + 4}
            y={y + tall / 2 - 7}
            width={promiseWidth}
            height={14}
            rx={3}
            fill="var(--panel)"
          />
          <text x={x(0) + 8} y={y + tall / 2 + 4} fontSize={10.5} fill="var(--ink)" data-not-promised>
            {promise}
          </text>
        </>
      )}
      {ledger.completion > 0 && (
        <rect
          x={end + 1}
          y={y + tall * 0.2}
          width={Math.max(2.5, x(ledger.prompt + ledger.completion) - end)}
          height={tall * 0.6}
          fill={paintOf.completion}
          data-fill="completion"
        />
      )}
    </>
  );
}
