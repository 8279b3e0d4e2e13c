"use client";
/** For those who have only usage numbers: what their cache and fewer tokens have saved, at the prices of the chosen model. */
import { useState } from "react";
import { findInputRates } from "../../lib/savings/usage-savings";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { UsageSavings } from "./usage-savings";

/** Where no price of the model is known: a full price of one, and the shares that most services charge. */
const UNKNOWN = { rates: { uncached: 1, read: 0.1, written: 1.25 }, currency: "USD" } as const;

export function UsageOnly() {
  const { t } = useWords();
  const settings = usePlayground((state) => state.settings);
  const [isOpen, setIsOpen] = useState(false);
  const known = findInputRates(settings.model, 0, settings);
  const { rates, currency } = known ?? UNKNOWN;
  const model = known ? settings.model : t("savings.unknownModel", { model: settings.model });
  return (
    <details className="text-xs" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="w-fit cursor-pointer font-medium hover:underline">{t("savings.usageOnly")}</summary>
      {isOpen && (
        <UsageSavings
          key={`${settings.model} ${settings.region}`}
          rates={rates}
          currency={currency}
          model={model}
        />
      )}
    </details>
  );
}
