"use client";
/** The layout as a file, of any size. */
import { useState } from "react";
import { writeLayoutFile } from "../../lib/share/layout-file";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

interface FileViewProps {
  readonly layout: SharedLayout | null;
  readonly title: string;
}

/** Letters and digits of any script; what file systems refuse becomes a hyphen. */
export const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "layout";

export function FileView({ layout, title }: FileViewProps) {
  const { t } = useWords();
  const [isSaved, setSaved] = useState(false);
  const name = `${fileNameOf(title)}.cache.json`;
  return (
    <>
      <p className="mt-3 text-mute">{t("share.filePurpose")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          look="main"
          disabled={!layout}
          onClick={() => {
            if (!layout) return;
            saveFile(name, writeLayoutFile(layout), "application/json");
            setSaved(true);
          }}
        >
          {t("share.download")}
        </Button>
        <code className="min-w-0 truncate font-mono text-xs text-mute">{name}</code>
      </div>
      <p role="status" className="sr-only">
        {isSaved && t("share.downloaded", { name })}
      </p>
    </>
  );
}
