/** Words that two requests part in: what both share, how the one before goes on, and how the one now does. */
import type { ReactNode } from "react";
import { showWhitespace } from "./show-whitespace";
import { splitSnippet } from "./split-snippet";

interface WordsSnippetProps {
  readonly words: { readonly shared: string; readonly before: string; readonly after: string };
  /** What the requests are called. */
  readonly names: readonly [before: string, after: string];
  /** What stands for no words at all. */
  readonly none: string;
}

const PIECE = "whitespace-pre-wrap break-words font-mono text-[12px] leading-5";

export function WordsSnippet({ words, names: [earlier, later], none }: WordsSnippetProps) {
  const { before, after, rest } = splitSnippet(words.before, words.after);
  const around = (piece: ReactNode) => (
    <>
      <span className="text-mute">{showWhitespace(words.shared)}</span>
      {piece}
      <span className="text-mute">{showWhitespace(rest)}</span>
    </>
  );
  return (
    <dl className="mt-1.5 overflow-hidden rounded-md border border-line">
      <dt className="bg-raised px-2 pt-1 text-[11px] text-mute">{earlier}</dt>
      <dd className={`bg-raised px-2 pb-1.5 ${PIECE}`}>
        {around(
          <del className="rounded-sm bg-line-soft text-mute" data-difference="before">
            {showWhitespace(before) || none}
          </del>,
        )}
      </dd>
      <dt className="border-t border-line bg-panel px-2 pt-1 text-[11px] text-mute">{later}</dt>
      <dd className={`bg-panel px-2 pb-1.5 ${PIECE}`}>
        {around(
          <ins className="rounded-sm bg-bad-wash font-semibold text-bad no-underline" data-difference="now">
            {showWhitespace(after) || none}
          </ins>,
        )}
      </dd>
    </dl>
  );
}
