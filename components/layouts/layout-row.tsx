"use client";
/** One kept layout with its picture: opens with a click; to remove it takes two. */
import { useState } from "react";
import { nameDocument } from "../../lib/store/name-document";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import type { KeptName } from "./layout-shelf";
import { SketchPicture } from "./sketch-picture";
import { writeMoment } from "./write-moment";

interface LayoutRowProps {
  readonly kept: KeptName;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

export function LayoutRow({ kept, isOpen, onOpen, onRemove }: LayoutRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { savedAt, sketch = [] } = kept;
  const words = useWords();
  const { t, say } = words;
  const name = say(nameDocument(kept.name));
  return (
    <li className="flex items-center gap-2 rounded-md px-1 hover:bg-hover">
      <button
        type="button"
        aria-current={isOpen ? "true" : undefined}
        onClick={onOpen}
        className="flex min-w-0 flex-1 items-center gap-3 py-1.5 text-left aria-[current]:font-medium"
      >
        <SketchPicture rows={sketch} />
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          <span className="block text-xs font-normal text-mute">
            {isOpen
              ? t("layouts.openHere", { moment: writeMoment(savedAt, words) })
              : writeMoment(savedAt, words)}
          </span>
        </span>
      </button>
      {isAsking ? (
        <span className="flex items-center gap-2 text-xs">
          <Button
            className="text-xs text-bad"
            onClick={onRemove}
            aria-label={t("layouts.removeNamedForGood", { name })}
          >
            {t("layouts.removeForGood")}
          </Button>
          <Button
            className="text-xs"
            onClick={() => setIsAsking(false)}
            aria-label={t("layouts.keepNamed", { name })}
          >
            {t("layouts.keep")}
          </Button>
        </span>
      ) : (
        <Button
          className="text-xs"
          onClick={() => setIsAsking(true)}
          aria-label={t("layouts.removeNamed", { name })}
        >
          {t("layouts.remove")}
        </Button>
      )}
    </li>
  );
}
