"use client";
/** What the cache saved in a recording, and what tokens that its client left out have saved on top. */
import { useState } from "react";
import type { RunSettings } from "../../lib/run/predict-run";
import { findInputRates } from "../../lib/savings/usage-savings";
import type { SessionView } from "../../lib/sessions/session-view";
import { UsageSavings } from "../savings/usage-savings";
import { useWords } from "../words/use-words";

interface SessionSavingsProps {
  readonly view: SessionView;
  readonly settings: RunSettings;
}

/** The model with the most input tokens, and how many there are. */
function findMainModel({ requests }: SessionView): { readonly model: string; readonly count: number } | null {
  const tokens = new Map<string, number>();
  for (const { model, billed, predicted } of requests)
    tokens.set(model, (tokens.get(model) ?? 0) + ((billed ?? predicted)?.prompt ?? 0));
  const [first] = [...tokens].sort((one, other) => other[1] - one[1]);
  return first ? { model: first[0], count: tokens.size } : null;
}

export function SessionSavings({ view, settings }: SessionSavingsProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const main = findMainModel(view);
  const known = main && findInputRates(main.model, view.statistics.largestPrompt, settings);
  const { read, written, uncached } = view.statistics;
  if (!main || read + written + uncached === 0) return null;
  return (
    <details
      className="rounded-lg border border-line bg-panel"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer px-4 py-2.5 font-medium">{t("recordFigures.savings")}</summary>
      {isOpen && (
        <div className="border-t border-line-soft p-3">
          {known ? (
            <UsageSavings
              given={{ read, written, uncached }}
              rates={known.rates}
              currency={known.currency}
              model={
                main.count > 1
                  ? t("recordFigures.forAllModels", { model: main.model, count: String(main.count) })
                  : main.model
              }
            />
          ) : (
            <p className="text-mute">{t("recordFigures.noPrice", { model: main.model })}</p>
          )}
          <p className="mt-2 text-xs text-mute">{t("recordFigures.whatElse")}</p>
        </div>
      )}
    </details>
  );
}
