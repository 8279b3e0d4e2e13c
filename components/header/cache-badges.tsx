"use client";
/** The caches that a model has in a region, as small words; one that is not known for sure has a dashed edge. */
import type { CacheBadge } from "../../lib/offers/describe-choice";
import type { Words } from "../../lib/words/create-words";
import { useWords } from "../words/use-words";

export function CacheBadges({ caches }: { readonly caches: readonly CacheBadge[] }) {
  const { t } = useWords();
  return caches.map(({ kind, offer }) => (
    <span
      key={kind}
      data-cache={kind}
      className={`rounded border bg-raised px-1 text-[11px] leading-4 font-normal text-mute ${
        offer.status === "unknown" ? "border-dashed border-faint" : "border-line"
      }`}
    >
      {t(`header.${kind}`)}
      {offer.status === "unknown" && "?"}
    </span>
  ));
}

/** The same for the ear and the search, e.g. `explicit, implicit not sure`. */
export const sayCaches = (caches: readonly CacheBadge[], { t }: Words): string =>
  caches.length === 0
    ? t("header.noCache")
    : caches
        .map(({ kind, offer }) => ({ cache: t(`header.${kind}`), isSure: offer.status !== "unknown" }))
        .map(({ cache, isSure }) => (isSure ? cache : t("header.cacheNotSure", { cache })))
        .join(t("values.between"));
