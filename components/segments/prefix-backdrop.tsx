/** Behind the rows: a line at the least number of tokens that is cached. */

export function PrefixBackdrop({ minimum, total }: { minimum: number; total: number }) {
  if (minimum >= total) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-[3.625rem] left-[10.75rem]">
      <div
        className="absolute inset-y-0 border-l border-dashed border-faint/60"
        style={{ left: `${(minimum / total) * 100}%` }}
      />
    </div>
  );
}
