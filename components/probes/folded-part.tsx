"use client";
/** A part of a probe's card that is folded away, and made only where it is opened. */
import { type ReactNode, useState } from "react";

interface FoldedPartProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function FoldedPart({ label, children }: FoldedPartProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1 text-xs font-medium">{label}</summary>
      {isOpen && children}
    </details>
  );
}
