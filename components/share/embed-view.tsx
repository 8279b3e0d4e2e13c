"use client";
/** The layout as a frame in a page of one's own. */
import { CopyField } from "./copy-field";
import type { Fragment } from "./use-fragment";

/** A fragment has none of the characters that HTML gives a meaning to. */
const writeFrame = (fragment: string): string =>
  `<iframe src="${window.location.origin}/embed#${fragment}" title="Prompt cache layout" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;

export function EmbedView({ fragment }: { readonly fragment: Fragment }) {
  return (
    <>
      <p className="mt-3 text-mute">
        Shows the layout inside a page of yours, a lesson for example. It is carried in the fragment, as in a
        link.
      </p>
      <CopyField
        label="Embed code"
        value={fragment.text === "" ? "" : writeFrame(fragment.text)}
        copy="Copy embed code"
        lines={5}
      />
      {fragment.problem !== null && (
        <p role="status" className="mt-2 text-xs text-warn">
          {fragment.problem}
        </p>
      )}
    </>
  );
}
