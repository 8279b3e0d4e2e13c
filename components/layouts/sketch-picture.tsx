/** A small picture of a conversation: a row a request, the part that it repeats lighter than what is new. */
import type { SketchRow } from "../../lib/timeline/sketch-scenario";

const WIDTH = 72;
const HEIGHT = 36;
const ROW = 5;
const PITCH = 7;
const INSET = 2;
/** Less is not seen. */
const LEAST = 1.5;

export function SketchPicture({ rows }: { readonly rows: readonly SketchRow[] }) {
  const room = WIDTH - 2 * INSET;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-9 w-18 shrink-0 rounded border border-line-soft bg-raised"
    >
      {rows.map(({ repeated, fresh }, index) => {
        const split = INSET + repeated * room;
        const y = INSET + index * PITCH;
        const key = `${index} ${repeated} ${fresh}`;
        return (
          <g key={key}>
            <rect x={INSET} y={y} width={repeated * room} height={ROW} fill="var(--line)" />
            <rect x={split} y={y} width={Math.max(LEAST, fresh * room)} height={ROW} fill="var(--faint)" />
          </g>
        );
      })}
    </svg>
  );
}
