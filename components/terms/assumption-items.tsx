"use client";
/** Assumptions in words, each with where it comes from and the day of it. */
import { findAssumption } from "../../lib/offers/assumptions";
import { useWords } from "../words/use-words";

export function AssumptionItems({ ids }: { readonly ids: readonly string[] }) {
  const { t, say, gap } = useWords();
  return ids
    .flatMap((id) => findAssumption(id) ?? [])
    .map(({ id, statement, source, asOf }) => (
      <li key={id}>
        {say(statement)}
        {gap}
        <a
          href={source}
          target="_blank"
          rel="noreferrer"
          className="whitespace-nowrap text-accent hover:underline"
        >
          {t("compare.sourceOf", { date: asOf })} ↗
        </a>
      </li>
    ));
}
