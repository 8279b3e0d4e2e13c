"use client";
/** A modal window; Escape, a click beside it and its close button end it. The focus returns to where it was. */
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words";
import { Button } from "./button";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Takes the screen's width: for texts side by side. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** Where the focus goes when it opens; absent = to the first control. */
  readonly findFocus?: () => HTMLElement | null;
  /** Mounted only while the dialog is open. */
  readonly children: ReactNode;
}

export function Dialog({ open, title, wide = false, onClose, findFocus, children }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/30" />
        <Base.Popup
          {...(findFocus && { initialFocus: findFocus })}
          className={`fixed inset-0 z-40 m-auto h-fit max-h-[calc(100dvh-2rem)] ${wide ? "w-[min(80rem,calc(100vw-2rem))]" : "w-[min(34rem,calc(100vw-2rem))]"} overflow-y-auto rounded-xl border border-line bg-panel p-5 text-[13px] text-ink shadow-raised outline-none`}
        >
          <div className="flex items-start gap-4">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            <Base.Close render={<Button className="ml-auto" />}>{useWords().t("ui.close")}</Base.Close>
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
