/** A sentence in which what stands between backticks is code. */

export function CodeText({ text }: { text: string }) {
  return text.split("`").map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed sentence keep their order
      <code key={index} className="rounded bg-line-soft px-1 font-mono text-[0.92em] break-words">
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}
