"use client";
/** A button that opens a menu. */
import { useRef, useState } from "react";
import { Button } from "./button";
import { type MenuItem, PopupMenu } from "./popup-menu";

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string;
}

export function MenuButton({ label, items, className = "" }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  return (
    <>
      <Button
        ref={button}
        className={className}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={() => setAnchor(button.current?.getBoundingClientRect() ?? null)}
      >
        {label} <span aria-hidden>▾</span>
      </Button>
      {anchor && <PopupMenu label={label} items={items} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}
