"use client";
/** The address of a step for a class: to be copied, or to be taken from the screen as a QR code. */
import { useState } from "react";
import { renderSVG } from "uqr";
import { type LessonAddress, writeLessonAddress } from "../../lib/lessons/lesson-address";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useWords } from "../words/use-words";

interface QrCodeProps {
  readonly text: string;
  readonly className?: string;
}

/** Black on white in both themes: cameras read nothing else reliably. */
export function QrCode({ text, className = "" }: QrCodeProps) {
  const { t } = useWords();
  const svg = renderSVG(text, { border: 2, ecc: "M" });
  return (
    // biome-ignore lint/performance/noImgElement: a drawing made here, which no loader can improve
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={t("learn.qr")}
      className={`rounded bg-white ${className}`}
    />
  );
}

interface ClassLinkProps {
  readonly address: LessonAddress;
}

export function ClassLink({ address }: ClassLinkProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <Button hint={t("learn.classLinkHint")} onClick={() => setOpen(true)}>
        {t("learn.classLink")}
      </Button>
      <Dialog open={isOpen} title={t("learn.classLink")} onClose={() => setOpen(false)}>
        <Contents
          url={window.location.origin + writeLessonAddress({ ...address, mode: "page" })}
          isCopied={isCopied}
          onCopied={setCopied}
        />
      </Dialog>
    </>
  );
}

interface ContentsProps {
  readonly url: string;
  readonly isCopied: boolean;
  readonly onCopied: (isCopied: boolean) => void;
}

function Contents({ url, isCopied, onCopied }: ContentsProps) {
  const { t } = useWords();
  return (
    <div className="mt-4 flex flex-col items-center gap-4">
      <QrCode text={url} className="w-72 max-w-full" />
      <div className="flex w-full items-center gap-2">
        <input
          readOnly
          value={url}
          aria-label={t("learn.classLink")}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 rounded-md border border-line bg-paper px-2 py-1 font-mono text-xs"
        />
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(url).then(
              () => onCopied(true),
              // Refused: the field can still be selected.
              () => onCopied(false),
            )
          }
        >
          {t(isCopied ? "learn.copied" : "learn.copy")}
        </Button>
      </div>
    </div>
  );
}
