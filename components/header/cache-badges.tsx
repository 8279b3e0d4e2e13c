/** The caches that a model has in a region, as small words; one that is not known for sure has a dashed edge. */
import type { CacheBadge } from "../../lib/offers/describe-choice";

export function CacheBadges({ caches }: { readonly caches: readonly CacheBadge[] }) {
  return caches.map(({ kind, offer }) => (
    <span
      key={kind}
      data-cache={kind}
      className={`rounded border bg-raised px-1 text-[11px] leading-4 font-normal text-mute ${
        offer.status === "unknown" ? "border-dashed border-faint" : "border-line"
      }`}
    >
      {kind}
      {offer.status === "unknown" && "?"}
    </span>
  ));
}

/** The same for the ear and the search, e.g. `explicit, implicit not sure`. */
export const sayCaches = (caches: readonly CacheBadge[]): string =>
  caches.length === 0
    ? "no cache"
    : caches.map(({ kind, offer }) => (offer.status === "unknown" ? `${kind} not sure` : kind)).join(", ");
