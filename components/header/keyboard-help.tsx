"use client";
/** The list of keys, opened by its button or by `?`. */
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { KEY_MAP } from "./key-map";

/** Whoever types a question mark into a field or the editor means the character. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, .monaco-editor") !== null);

export function KeyboardHelp() {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      setIsOpen(true);
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <>
      <Button aria-label="Keyboard" aria-keyshortcuts="?" hint="Keyboard (?)" onClick={() => setIsOpen(true)}>
        ?
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Keyboard">
        {KEY_MAP.map(({ title, keys }) => (
          <section key={title} className="mt-4">
            <h3 className="font-medium text-mute">{title}</h3>
            <dl className="mt-1.5 grid grid-cols-[9.5rem_1fr] gap-x-3 gap-y-1.5">
              {keys.map(({ keys: pressed, does }) => (
                <div key={does} className="contents">
                  <dt className="flex gap-1">
                    {pressed.map((key) => (
                      <kbd
                        key={key}
                        className="rounded border border-line bg-raised px-1.5 font-mono text-[11px] leading-5"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Dialog>
    </>
  );
}
