"use client";
/** A modal window; Escape and its close button end it. */
import { type ReactNode, type RefObject, useId } from "react";
import { Button } from "./button";

interface DialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  /** Takes the screen's width: for texts side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ dialog, title, wide = false, children }: DialogProps) {
  const heading = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`m-auto max-h-[calc(100dvh-2rem)] ${wide ? "w-[min(80rem,calc(100vw-2rem))] max-w-none" : "w-[min(34rem,calc(100vw-2rem))]"} overflow-y-auto rounded-xl border border-line bg-panel p-5 text-[13px] text-ink shadow-raised backdrop:bg-black/30`}
    >
      <div className="flex items-start gap-4">
        <h2 id={heading} className="text-base font-semibold">
          {title}
        </h2>
        <Button className="ml-auto" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      {children}
    </dialog>
  );
}
