"use client";
/** A row of the comparison: all placements that cost the same, behind the name of the one that stands for them. */
import { type ReactNode, useId, useState } from "react";
import type { Totals } from "../../lib/bill/totals";
import type { Currency } from "../../lib/offers/offer";
import type { Entrant } from "../../lib/placement/bake-off";
import { sayMarkers } from "../../lib/placement/describe-placement";
import { nameTied, type TiedRow } from "../../lib/placement/fold-ties";
import type { Placement } from "../../lib/placement/placement";
import { formatPercent } from "../../lib/values/figures";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { ChangeFigures } from "./change-text";
import { PlacementEvidenceText } from "./placement-evidence";
import { ShareBar } from "./share-bar";
import { UseButton } from "./use-button";

/** What every row of the table shares. */
export interface TableFrame {
  readonly currency: Currency;
  /** Cost of the user's own placement; null = unknown. */
  readonly yours: number | null;
  readonly write: (cost: number | null) => string;
  /** Name of the other model and how its column writes money; null where one model is shown. */
  readonly other: { readonly model: string; readonly write: (cost: number | null) => string } | null;
  readonly onPreview: (placement: Placement | null) => void;
}

/** Part of the input that is read from the cache; null where there is no input. */
function readShare({ read, written, uncached }: Totals): number | null {
  const input = read + written + uncached;
  return input === 0 ? null : read / input;
}

interface FiguresProps {
  readonly totals: Totals;
  readonly compared: Totals | null;
  readonly frame: TableFrame;
  /** Instead of a difference. */
  readonly difference?: ReactNode;
  readonly isCheapest?: boolean;
  readonly isCheapestThere?: boolean;
}

/** The cells of figures: share read, cost, difference to yours, cost on the other model. */
export function Figures({ totals, compared, frame, difference, ...marks }: FiguresProps) {
  const { t } = useWords();
  const { yours, write, other, currency } = frame;
  const share = readShare(totals);
  const { cost } = totals;
  const told = difference ?? (
    <ChangeFigures
      change={cost === null || yours === null ? null : cost - yours}
      base={yours}
      currency={totals.currency ?? currency}
    />
  );
  return (
    <>
      <td className={other ? "@max-lg:hidden" : ""}>
        <span className="flex items-center gap-2">
          <span className="w-20 shrink-0 @max-xl:hidden">
            <ShareBar totals={totals} />
          </span>
          <span className="ml-auto font-mono">{share === null ? "–" : formatPercent(share)}</span>
        </span>
      </td>
      <td className={`text-right font-mono ${marks.isCheapest ? "font-semibold" : ""}`}>
        {write(cost)}
        <span className="block font-normal @lg:hidden">{told}</span>
      </td>
      <td className="text-right @max-lg:hidden">{told}</td>
      {other && (
        <td className={`text-right font-mono ${marks.isCheapestThere ? "font-semibold" : ""}`}>
          {compared ? other.write(compared.cost) : "–"}
          {marks.isCheapestThere && (
            <span className="block font-sans text-xs font-normal">
              <Tag>{t("placement.cheapest")}</Tag>
            </span>
          )}
        </td>
      )}
    </>
  );
}

/** What draws a placement's outcome while the pointer or the focus is on it. */
const previews = (placement: Placement, onPreview: TableFrame["onPreview"]) => ({
  onPointerEnter: () => onPreview(placement),
  onPointerLeave: () => onPreview(null),
  onFocus: () => onPreview(placement),
  onBlur: () => onPreview(null),
});

function Member({ entrant, frame }: { readonly entrant: Entrant; readonly frame: TableFrame }) {
  const { t, say } = useWords();
  const { name, placement, known } = entrant;
  return (
    <tr
      className="border-b border-line-soft bg-raised hover:bg-hover"
      {...previews(placement, frame.onPreview)}
    >
      <th scope="row" colSpan={frame.other ? 5 : 4} className="pl-7! text-left font-normal">
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          {say(name)}
          {known && known.group !== "plain" && <Tag>{t(`placement.${known.group}`)}</Tag>}
          <span className="text-xs text-mute">{say(sayMarkers(placement))}</span>
        </span>
        {known && <PlacementEvidenceText known={known} />}
      </th>
      <td className="text-right">
        <UseButton placement={placement} name={say(name)}>
          {t("placement.use")}
        </UseButton>
      </td>
    </tr>
  );
}

interface PlacementRowProps {
  readonly row: TiedRow;
  readonly frame: TableFrame;
  readonly isCheapest: boolean;
  readonly isCheapestThere: boolean;
}

export function PlacementRow({ row, frame, isCheapest, isCheapestThere }: PlacementRowProps) {
  const { t, say, rich } = useWords();
  const { entrants, totals, compared, isYours } = row;
  const [isOpen, setIsOpen] = useState(false);
  const members = useId();
  const [{ name, placement, known }] = entrants;
  const drawers = {
    b: (pieces: ReactNode) => <span className={isCheapest || isYours ? "font-semibold" : ""}>{pieces}</span>,
    mute: (pieces: ReactNode) => <span className="text-mute">{pieces}</span>,
  };
  const isFold = entrants.length > 1 || known !== null;
  return (
    <tbody id={members}>
      <tr
        className={`border-b border-line-soft ${isCheapest ? "bg-selected" : "hover:bg-hover"}`}
        {...previews(placement, frame.onPreview)}
      >
        <th scope="row" className="text-left font-normal">
          {isFold ? (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={members}
              onClick={() => setIsOpen(!isOpen)}
              className="-ml-1 rounded px-1 text-left hover:bg-selected"
            >
              <span aria-hidden className="mr-1 inline-block w-3 text-mute">
                {isOpen ? "▾" : "▸"}
              </span>
              {entrants.length > 1
                ? rich("placement.sameCost", drawers, { names: nameTied(entrants) })
                : drawers.b(say(name))}
            </button>
          ) : (
            <span className={`pl-4 ${isYours ? "font-semibold" : ""}`}>{say(name)}</span>
          )}{" "}
          {isCheapest && <Tag>{t("placement.cheapest")}</Tag>} {isYours && <Tag>{t("placement.yours")}</Tag>}
          <span className="block pl-4 text-xs text-mute">{say(sayMarkers(placement))}</span>
        </th>
        <Figures
          totals={totals}
          compared={compared}
          frame={frame}
          isCheapest={isCheapest}
          isCheapestThere={isCheapestThere}
          {...(isYours ? { difference: <span className="text-mute">{t("placement.yours")}</span> } : {})}
        />
        <td className="text-right">
          <UseButton placement={placement} name={say(name)}>
            {t("placement.use")}
          </UseButton>
        </td>
      </tr>
      {isOpen &&
        entrants.map((entrant) => <Member key={say(entrant.name)} entrant={entrant} frame={frame} />)}
    </tbody>
  );
}
