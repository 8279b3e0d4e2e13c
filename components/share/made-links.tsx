"use client";
/** The short links made in this browser that still live, each to be deleted. */
import { formatBytes } from "../../lib/values/figures";
import { Button } from "../ui/button";
import type { MadeLink } from "./made-links-storage";

const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const formatDate = (epochSeconds: number): string => date.format(epochSeconds * 1000);

interface MadeLinksProps {
  readonly links: readonly MadeLink[];
  readonly disabled: boolean;
  readonly onDelete: (link: MadeLink) => void;
}

export function MadeLinks({ links, disabled, onDelete }: MadeLinksProps) {
  if (links.length === 0) return null;
  return (
    <section aria-label="Short links made in this browser" className="mt-4">
      <h3 className="font-medium">Made in this browser</h3>
      <ul className="mt-1 divide-y divide-line-soft border-y border-line-soft">
        {links.map((link) => (
          <li key={link.id} className="flex items-center gap-3 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="truncate">{link.title}</p>
              <p className="truncate text-xs text-mute">
                <code className="font-mono">/s/{link.id.slice(0, 6)}…</code> {formatBytes(link.bytes)}, made{" "}
                {formatDate(link.madeAt)}, until {formatDate(link.expiresAt)}
              </p>
            </div>
            <Button
              className="text-xs"
              disabled={disabled}
              aria-label={`Delete the short link ${link.id.slice(0, 6)}`}
              onClick={() => onDelete(link)}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
