"use client";
/** The rules that are switched off for this document, each with the way to switch it on again. */
import { useActions, usePlayground } from "../playground-context";

export function OffRules() {
  const offRules = usePlayground((state) => state.settings.offRules);
  const actions = useActions();
  if (!offRules || offRules.length === 0) return null;
  return (
    <section aria-label="Rules switched off" className="px-3.5 py-2.5 text-xs text-mute">
      Switched off for this document:
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {offRules.map((rule) => (
          <li key={rule}>
            <button
              type="button"
              aria-label={`${rule}: switch on again`}
              title="Switch on again"
              onClick={() => actions.switchRule(rule, true)}
              className="rounded border border-line px-1.5 py-0.5 font-mono text-[11px] hover:bg-hover hover:text-ink"
            >
              {rule} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
