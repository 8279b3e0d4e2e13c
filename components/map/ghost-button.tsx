"use client";
/** A button whose outcome the map shows while it is pointed at or focused. */
import type { ComponentProps } from "react";
import type { TextEdit } from "../../lib/prompt/prompt";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { useGhost } from "./use-ghost";

interface GhostButtonProps extends Omit<ComponentProps<typeof Button>, "name"> {
  /** What is done, as edits of the analysed document. */
  readonly edits: readonly TextEdit[];
  readonly name: Said;
}

export function GhostButton({ edits, name, onClick, className = "", ...rest }: GhostButtonProps) {
  const ghost = useGhost();
  const show = (): void => ghost.showEdits(name, edits);
  return (
    <Button
      {...rest}
      className={`max-w-full text-left whitespace-normal! ${className}`}
      onPointerEnter={show}
      onFocus={show}
      onPointerLeave={ghost.hide}
      onBlur={ghost.hide}
      onClick={(event) => {
        ghost.hide();
        onClick?.(event);
      }}
    />
  );
}
