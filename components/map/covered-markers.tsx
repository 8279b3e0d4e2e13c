/** Where a request's markers stand, without a word of whether they take effect: that is still to be guessed. */
import type { RequestView } from "../../lib/pipeline/analysis";
import { Diamond } from "./diamond";
import type { TokenScale } from "./token-scale";

interface CoveredMarkersProps {
  readonly request: RequestView;
  readonly scale: TokenScale;
  /** Middle of the signs. */
  readonly y: number;
}

export const CoveredMarkers = ({ request, scale, y }: CoveredMarkersProps) => (
  <g aria-hidden pointerEvents="none" data-covered-markers>
    {request.markers.map(
      ({ pointer, prefix }) =>
        prefix !== null && <Diamond key={pointer} x={scale.x(prefix)} y={y} look="offered" />,
    )}
  </g>
);
