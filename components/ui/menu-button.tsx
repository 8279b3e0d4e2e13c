"use client";
/** A button that opens a menu. */
import { Menu } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { Button } from "./button";
import { type MenuItem, MenuList } from "./popup-menu";

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** Stands in the place of the button with the label; it must be a button. */
  readonly button?: ReactElement;
}

export function MenuButton({ label, items, className = "", button }: MenuButtonProps) {
  return (
    <Menu.Root modal={false}>
      {button ? (
        <Menu.Trigger aria-label={label} render={button} />
      ) : (
        <Menu.Trigger render={<Button className={className} />}>
          {label} <span aria-hidden>▾</span>
        </Menu.Trigger>
      )}
      <MenuList label={label} items={items} />
    </Menu.Root>
  );
}
