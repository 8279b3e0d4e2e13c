/** The messages of a row by role and size, above its bar, where there is room for the words. */
import type { RequestView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";
import type { TokenScale } from "./token-scale";

interface SegmentNamesProps {
  readonly request: RequestView;
  readonly y: number;
  readonly scale: TokenScale;
  /** Pixels that something else takes at the left end. */
  readonly taken: number;
}

/** Pixels of a letter. */
const LETTER = 5.8;

export function SegmentNames({ request, y, scale, taken }: SegmentNamesProps) {
  return (
    <g pointerEvents="none" aria-hidden>
      {request.segments.map(({ pointer, role, tokens, prefix }) => {
        const [from, to] = [Math.max(scale.x(prefix - tokens), scale.left + taken), scale.x(prefix)];
        // Of a long conversation hardly any has room for a word.
        if (role.length * LETTER >= to - from - 4) return null;
        const name = `${role} · ${formatCount(tokens)}`;
        const words = name.length * LETTER < to - from - 6 ? name : role;
        return (
          <text key={pointer} x={(from + to) / 2} y={y} textAnchor="middle" fontSize={11} fill="var(--mute)">
            {words}
          </text>
        );
      })}
    </g>
  );
}
