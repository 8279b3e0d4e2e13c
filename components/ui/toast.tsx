"use client";
/** One message about what was just done, with one act, such as taking it back; it has a place in the page and covers nothing. */
import { Toast } from "@base-ui/react/toast";
import { type ReactNode, useMemo } from "react";
import { useWords } from "../words/use-words";
import { Button } from "./button";

export interface Said {
  /** One or two short sentences, e.g. "Marker moved to message 3. $0.0604 → $0.0211". */
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPick: () => void };
}

/** Milliseconds until it goes; it stays while the pointer or the focus is on it. */
const STAYS = 8000;

/** There is one: what is said next takes its place. */
const ID = "said";

/** Around everything that may say something. */
export const ToastProvider = ({ children }: { readonly children: ReactNode }) => (
  <Toast.Provider timeout={STAYS} limit={1}>
    {children}
  </Toast.Provider>
);

/** Where it is shown; without a message it takes no room. */
export function ToastPlace({ className = "" }: { readonly className?: string }) {
  const { t } = useWords();
  return (
    // The page's live region has said it already: twice would be once too often.
    <Toast.Viewport
      aria-live="off"
      aria-label={t("ui.messages")}
      className={`min-w-0 outline-none empty:hidden ${className}`}
    >
      <ShownToast />
    </Toast.Viewport>
  );
}

/** Whether a message is shown. */
export const useIsToastShown = (): boolean => Toast.useToastManager().toasts.length > 0;

function ShownToast() {
  const { t } = useWords();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="down"
      className="w-fit max-w-full rounded-md border border-line bg-raised py-0.5 pr-0.5 pl-2.5 text-ink outline-none"
    >
      <Toast.Content className="flex items-center gap-3">
        <Toast.Description className="min-w-0 sm:truncate" />
        {toast.actionProps && <Toast.Action render={<Button look="link" className="shrink-0" />} />}
        <Toast.Close
          aria-label={t("ui.closeMessage")}
          className="grid size-6 shrink-0 place-items-center rounded text-mute hover:bg-hover hover:text-ink"
        >
          <span aria-hidden>×</span>
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

interface Toasts {
  /** Shows it; a former one goes. */
  say(said: Said): void;
  /** Takes away what is shown. */
  hush(): void;
}

/** Says things in the page's one toast. */
export function useToast(): Toasts {
  const { add, close } = Toast.useToastManager();
  return useMemo(
    () => ({
      say: ({ text, action }) => {
        const pick = (): void => {
          close(ID);
          action?.onPick();
        };
        add({
          id: ID,
          description: text,
          timeout: STAYS,
          ...(action ? { actionProps: { children: action.label, onClick: pick } } : {}),
        });
      },
      hush: () => close(ID),
    }),
    [add, close],
  );
}
