"use client";
/** The best placement that was found: each of its markers with what it is worth. */
import { anchorKey, describeAnchor } from "../../lib/placement/anchor";
import type { ExplainedAnchor } from "../../lib/placement/explain-anchors";
import type { SearchResult } from "../../lib/placement/search-placements";
import { formatMoney } from "../../lib/values/figures";
import { ChangeText } from "./change-text";
import { UseButton } from "./use-button";

type Currency = "USD" | "CNY";

const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Marker({ explained, currency }: { explained: ExplainedAnchor; currency: Currency }) {
  const { anchor, saving, sentence } = explained;
  return (
    <li>
      <span className="font-medium">{capitalise(describeAnchor(anchor))}.</span>{" "}
      <span className="text-mute">{sentence}</span>{" "}
      {saving !== null && (
        <span className="text-mute">
          It <ChangeText change={-saving} base={null} currency={currency} />.
        </span>
      )}
    </li>
  );
}

interface BestPlacementProps {
  readonly search: SearchResult;
  /** What it goes by, where it is a known one. */
  readonly name: string;
  readonly currency: Currency;
}

export function BestPlacement({ search, name, currency }: BestPlacementProps) {
  const [best] = search.ranked;
  if (!best || best.totals.cost === null) return null;
  const unit = best.totals.currency ?? currency;
  return (
    <section
      aria-label="Best placement"
      className="rounded-md border border-line bg-raised px-3 py-2 [&_li]:py-0.5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          {search.proven ? "Best" : "Best found"}: {name}
        </h3>
        <span className="font-mono">{formatMoney(best.totals.cost, unit)}</span>
        <span className="ml-auto">
          <UseButton look="main" placement={best.placement} name="the best placement">
            Use it
          </UseButton>
        </span>
      </div>
      {best.anchors.length === 0 ? (
        <p className="text-mute">Every marker that was tried costs as much or more.</p>
      ) : (
        <ul>
          {best.anchors.map((explained) => (
            <Marker key={anchorKey(explained.anchor)} explained={explained} currency={unit} />
          ))}
        </ul>
      )}
    </section>
  );
}
