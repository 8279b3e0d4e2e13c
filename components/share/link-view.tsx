"use client";
/** A link that carries the whole layout in its fragment: nothing is sent to a server. */
import { LONG_LINK_LENGTH } from "../../lib/share/codec";
import { formatBytes } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { CopyField } from "./copy-field";

interface LinkViewProps {
  /** The fragment, without `#`; null while it is written, or where it cannot be. */
  readonly link: string | null;
  readonly problem: Said | null;
  readonly shapeOnly: boolean;
  readonly onShapeOnly: () => void;
  readonly onView: (view: "short" | "file") => void;
}

export function LinkView({ link: fragment, problem, shapeOnly, onShapeOnly, onView }: LinkViewProps) {
  const { t, say } = useWords();
  const link = fragment === null ? "" : `${window.location.origin}/#${fragment}`;
  const isLong = link.length > LONG_LINK_LENGTH;
  return (
    <>
      <p className="mt-3 text-mute">{t("share.linkPurpose")}</p>
      <CopyField label={t("share.link")} value={link} copy={t("share.copyLink")}>
        <span className="text-mute" data-share="size">
          {formatBytes(link.length)}
        </span>
      </CopyField>
      {(isLong || problem !== null) && (
        <div className="mt-2">
          <p role="status" className="text-xs text-warn">
            {problem === null ? t("share.longLink") : say(problem)}
          </p>
          <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
            <Button look="link" onClick={() => onView("short")}>
              {t("share.useShortLink")}
            </Button>
            {!shapeOnly && (
              <Button look="link" onClick={onShapeOnly}>
                {t("share.leaveWordsOut")}
              </Button>
            )}
            <Button look="link" onClick={() => onView("file")}>
              {t("share.useFile")}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
