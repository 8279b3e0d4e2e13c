"use client";
/** Switches between light and dark. */
import { Button } from "../ui/button";
import { setTheme, useTheme } from "../ui/use-theme";
import { useWords } from "../words/use-words";

export function ThemeButton() {
  const theme = useTheme();
  const { t } = useWords();
  const next = theme === "dark" ? "light" : "dark";
  const label = t(next === "dark" ? "header.toDark" : "header.toLight");
  return (
    <Button aria-label={label} hint={label} onClick={() => setTheme(next)}>
      <svg aria-hidden viewBox="0 0 16 16" className="size-3.5">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
      </svg>
    </Button>
  );
}
