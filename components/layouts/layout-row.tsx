"use client";
/** One kept layout: opens with a click; to remove it takes two. */
import { useState } from "react";
import { Button } from "../ui/button";
import type { KeptName } from "./layout-shelf";
import { writeMoment } from "./write-moment";

interface LayoutRowProps {
  readonly kept: KeptName;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

export function LayoutRow({ kept, isOpen, onOpen, onRemove }: LayoutRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { name, savedAt } = kept;
  return (
    <li className="flex min-h-9 items-center gap-3 border-t border-line-soft px-1 first:border-t-0">
      <button
        type="button"
        aria-current={isOpen ? "true" : undefined}
        onClick={onOpen}
        className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-1.5 text-left hover:text-accent aria-[current]:font-medium"
      >
        <span className="min-w-0 truncate">{name}</span>
        <span className="text-xs text-mute">{isOpen ? "open here" : writeMoment(savedAt)}</span>
      </button>
      {isAsking ? (
        <span className="flex items-center gap-2 text-xs">
          <Button className="text-xs text-bad" onClick={onRemove} aria-label={`Remove ${name} for good`}>
            Remove for good
          </Button>
          <Button className="text-xs" onClick={() => setIsAsking(false)} aria-label={`Keep ${name}`}>
            Keep
          </Button>
        </span>
      ) : (
        <Button className="text-xs" onClick={() => setIsAsking(true)} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      )}
    </li>
  );
}
