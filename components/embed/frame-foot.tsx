"use client";
/** The last line of a frame: the way into the playground, with the layout as it stands here. */
import { useMemo } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { layoutOf } from "../../lib/store/layout-of";
import { Logo } from "../header/logo";
import { usePlayground } from "../playground-context";
import { useFragment } from "../share/use-fragment";

export function FrameFoot() {
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const layout = useMemo(() => noteEdition(layoutOf({ text, settings }), settings), [text, settings]);
  const fragment = useFragment(layout);
  return (
    <footer className="flex h-8 shrink-0 items-center gap-2 border-t border-line-soft bg-panel px-3.5 text-xs">
      <Logo />
      <span className="min-w-0 truncate text-mute">Prompt Cache Playground</span>
      <a
        href={`/#${fragment.text}`}
        target="_blank"
        rel="noopener"
        className="ml-auto font-medium whitespace-nowrap text-accent hover:underline"
      >
        Open in the playground
      </a>
    </footer>
  );
}
