"use client";
/** A link that carries the whole layout in its fragment: nothing is sent to a server. */
import { LONG_LINK_LENGTH } from "../../lib/share/codec";
import { formatBytes } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { CopyField } from "./copy-field";

interface LinkViewProps {
  /** The fragment, without `#`; null while it is written, or where it cannot be. */
  readonly link: string | null;
  readonly problem: string | null;
  readonly shapeOnly: boolean;
  readonly onShapeOnly: () => void;
  readonly onView: (view: "short" | "file") => void;
}

export function LinkView({ link: fragment, problem, shapeOnly, onShapeOnly, onView }: LinkViewProps) {
  const link = fragment === null ? "" : `${window.location.origin}/#${fragment}`;
  const isLong = link.length > LONG_LINK_LENGTH;
  return (
    <>
      <p className="mt-3 text-mute">
        The link holds all of it in its fragment. Browsers do not send the fragment to any server.
      </p>
      <CopyField label="Link" value={link} copy="Copy link">
        <span className="text-mute" data-share="size">
          {formatBytes(link.length)}
        </span>
      </CopyField>
      {(isLong || problem !== null) && (
        <div className="mt-2">
          <p role="status" className="text-xs text-warn">
            {problem ?? "Some chat tools cut links above 8 KB. There are other ways:"}
          </p>
          <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
            <Button look="link" onClick={() => onView("short")}>
              Use a short link
            </Button>
            {!shapeOnly && (
              <Button look="link" onClick={onShapeOnly}>
                Leave the words out
              </Button>
            )}
            <Button look="link" onClick={() => onView("file")}>
              Use a file
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
