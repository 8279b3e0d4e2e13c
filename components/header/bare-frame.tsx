"use client";
/** The playground's frame while it cannot stand, or not yet: the product's name alone, with nothing that could fail as well. */
import type { ReactNode } from "react";
import { Logo } from "./logo";

interface BareFrameProps {
  readonly children: ReactNode;
  /** Of the part below the line. */
  readonly className: string;
}

export function BareFrame({ children, className }: BareFrameProps) {
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex min-h-12 shrink-0 items-center gap-2.5 border-b border-line bg-panel px-3.5">
        <Logo />
        <h1 className="font-semibold tracking-tight">Prompt Cache Playground</h1>
      </header>
      <main className={`min-h-0 flex-1 p-6 ${className}`}>{children}</main>
    </div>
  );
}
