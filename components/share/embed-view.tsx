"use client";
/** The layout as a frame in a page of one's own. */
import { useWords } from "../words/use-words";
import { CopyField } from "./copy-field";
import type { Fragment } from "./use-fragment";

/** A fragment has none of the characters that HTML gives a meaning to. */
const writeFrame = (fragment: string, title: string): string =>
  `<iframe src="${window.location.origin}/embed#${fragment}" title="${title}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;

export function EmbedView({ fragment }: { readonly fragment: Fragment }) {
  const { t, say } = useWords();
  return (
    <>
      <p className="mt-3 text-mute">{t("share.embedPurpose")}</p>
      <CopyField
        label={t("share.embedCode")}
        value={fragment.text === "" ? "" : writeFrame(fragment.text, t("share.embedTitle"))}
        copy={t("share.copyEmbedCode")}
        lines={5}
      />
      {fragment.problem !== null && (
        <p role="status" className="mt-2 text-xs text-warn">
          {say(fragment.problem)}
        </p>
      )}
    </>
  );
}
