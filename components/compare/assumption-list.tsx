"use client";
/** What is assumed of a system where its documentation is silent, behind a word that counts it. */
import { findAssumption } from "../../lib/offers/assumptions";
import type { Said } from "../../lib/words/message";
import { AssumptionItems } from "../terms/assumption-items";
import { Popover } from "../ui/popover";
import { useWords } from "../words/use-words";

interface AssumptionListProps {
  readonly ids: readonly string[];
  /** Of the system. */
  readonly name: Said;
}

export function AssumptionList({ ids, name }: AssumptionListProps) {
  const { t } = useWords();
  const count = ids.filter((id) => findAssumption(id)).length;
  if (count === 0) return null;
  return (
    <Popover
      label={t("compare.assumedOf", { name })}
      className="max-h-96 w-[min(28rem,calc(100vw-1rem))] overflow-y-auto text-xs"
      button={
        <button
          type="button"
          aria-label={t("compare.assumptionsOf", { count, name })}
          className="min-h-6 text-mute decoration-faint decoration-dotted underline-offset-3 [text-decoration-line:underline] hover:decoration-ink"
        >
          {t("compare.assumptions", { count })}
        </button>
      }
    >
      <ul className="flex flex-col gap-2">
        <AssumptionItems ids={ids} />
      </ul>
    </Popover>
  );
}
