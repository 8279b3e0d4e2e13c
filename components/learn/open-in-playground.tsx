"use client";
/** Takes the lesson's conversation as it stands into the whole playground, by a link that holds it. */
import { useMemo } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { layoutOf } from "../../lib/store/layout-of";
import { usePlayground } from "../playground-context";
import { useFragment } from "../share/use-fragment";
import { useWords } from "../words/use-words";

export function OpenInPlayground() {
  const { t } = useWords();
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const layout = useMemo(() => noteEdition(layoutOf({ text, settings }), settings), [text, settings]);
  const fragment = useFragment(layout);
  return (
    <a
      href={`/#${fragment.text}`}
      target="_blank"
      rel="noopener"
      className="font-medium whitespace-nowrap text-accent hover:underline max-lg:hidden"
    >
      {t("learn.openInPlayground")}
    </a>
  );
}
