"use client";
/** The short links made in this browser that still live, each to be deleted. */
import { formatBytes } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";
import type { MadeLink } from "./made-links-storage";

const DRAWERS: Drawers = { code: (pieces) => <code className="font-mono">{pieces}</code> };

/** @param language its tag; English ones are written as in Britain, with the day first */
function formatDate(epochSeconds: number, language: string): string {
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" });
  return date.format(epochSeconds * 1000);
}

interface MadeLinksProps {
  readonly links: readonly MadeLink[];
  readonly disabled: boolean;
  readonly onDelete: (link: MadeLink) => void;
}

export function MadeLinks({ links, disabled, onDelete }: MadeLinksProps) {
  const { t, rich, tag } = useWords();
  if (links.length === 0) return null;
  return (
    <section aria-label={t("share.madeLinks")} className="mt-4">
      <h3 className="font-medium">{t("share.madeHere")}</h3>
      <ul className="mt-1 divide-y divide-line-soft border-y border-line-soft">
        {links.map((link) => (
          <li key={link.id} className="flex items-center gap-3 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="truncate">{link.title}</p>
              <p className="truncate text-xs text-mute">
                {rich("share.madeLink", DRAWERS, {
                  id: link.id.slice(0, 6),
                  size: formatBytes(link.bytes),
                  made: formatDate(link.madeAt, tag),
                  until: formatDate(link.expiresAt, tag),
                })}
              </p>
            </div>
            <Button
              className="text-xs"
              disabled={disabled}
              aria-label={t("share.deleteShortLink", { id: link.id.slice(0, 6) })}
              onClick={() => onDelete(link)}
            >
              {t("share.delete")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
