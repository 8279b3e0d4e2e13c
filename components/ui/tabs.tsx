"use client";
/** Tabs with arrow keys. Only the shown content is mounted, unless a tab asks to be kept. */
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

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
  return (
    <Base.Root
      value={active}
      onValueChange={(id) => onChange(String(id))}
      className={`flex min-h-0 min-w-0 flex-1 flex-col ${className}`}
    >
      <div className="flex h-9 shrink-0 items-stretch overflow-x-auto overflow-y-hidden border-b border-line-soft px-3.5">
        <Base.List activateOnFocus aria-label={label} className="flex gap-4">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.id}
              value={tab.id}
              className="-mb-px border-b-2 border-transparent text-xs whitespace-nowrap text-mute hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink"
            >
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.id}
          value={tab.id}
          // What scrolls inside takes the focus itself.
          tabIndex={-1}
          keepMounted={tab.keep === true}
          className="flex min-h-0 min-w-0 flex-1 flex-col outline-none [[hidden]]:hidden"
        >
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
