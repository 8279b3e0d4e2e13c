"use client";
/** Tabs with arrow keys. Only the shown content is mounted, unless a tab asks to be kept. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
  /** Stays mounted while hidden: for content that loses its state otherwise. */
  readonly keep?: boolean;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onChange: (id: string) => void;
  readonly className?: string;
  readonly trailing?: ReactNode;
}

export function Tabs({ label, tabs, active, onChange, className = "", trailing }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  function moveFocus(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = tabs.findIndex((tab) => tab.id === active);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  }

  return (
    <div className={`flex min-h-0 min-w-0 flex-1 flex-col ${className}`}>
      <div className="flex h-9 shrink-0 items-stretch overflow-x-auto overflow-y-hidden border-b border-line-soft px-3.5">
        <div ref={list} role="tablist" aria-label={label} className="flex gap-4" onKeyDown={moveFocus}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              data-tab={tab.id}
              aria-selected={tab.id === active}
              aria-controls={`${base}-${tab.id}-panel`}
              tabIndex={tab.id === active ? 0 : -1}
              onClick={() => onChange(tab.id)}
              className={`-mb-px border-b-2 text-xs whitespace-nowrap ${
                tab.id === active
                  ? "border-ink font-medium text-ink"
                  : "border-transparent text-mute hover:text-ink"
              }`}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-${tab.id}-panel`}
          aria-labelledby={`${base}-${tab.id}`}
          hidden={tab.id !== active}
          className={tab.id === active ? "flex min-h-0 min-w-0 flex-1 flex-col" : "hidden"}
        >
          {(tab.keep || tab.id === active) && tab.content}
        </div>
      ))}
    </div>
  );
}
