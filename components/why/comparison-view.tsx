"use client";
/** What changed against an earlier request: the strip, the first difference, and both texts side by side. */
import { useCallback, useState } from "react";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { AgainstPicker } from "./against-picker";
import { DiffDialog } from "./diff-dialog";
import { DifferenceSnippet } from "./difference-snippet";
import { alignSegments, groupStrip } from "./group-strip";
import { MendHint } from "./mend-hint";
import { RerenderedNote } from "./rerendered-note";
import { SignatureStrip } from "./signature-strip";
import type { Compared } from "./use-comparison";

interface ComparisonViewProps {
  readonly shown: ShownTurn;
  readonly turn: number;
  readonly compared: Compared;
  /** Whether the request read less than it could have. */
  readonly missed: boolean;
  /** Whether the document has a marker that takes effect: without one no word stands before it. */
  readonly isMarked: boolean;
  readonly onPick: (other: number) => void;
}

export function ComparisonView({ shown, turn, compared, missed, isMarked, onPick }: ComparisonViewProps) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  if (compared.kind === "waiting") return <p className="min-h-40 text-mute">Comparing…</p>;
  if (compared.kind === "failed")
    return (
      <p className="text-bad">
        <Sentence said={compared.reason} />
      </p>
    );
  const { comparison } = compared;
  if (!comparison) return <p className="text-mute">There is no earlier request to compare with.</p>;
  const { first, missing, other, nearest, strip } = comparison;
  return (
    <section aria-label="Comparison" className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">What changed</h3>
        <AgainstPicker turn={turn} nearest={nearest} other={other} onPick={onPick} />
      </div>
      {first ? (
        <>
          {comparison.rerendered ? (
            <RerenderedNote />
          ) : (
            missed && isMarked && <MendHint shown={shown} first={first} />
          )}
          <DifferenceSnippet comparison={comparison} />
        </>
      ) : (
        <p>
          Every segment that both have is the same to the character.
          {missing > 0 &&
            ` Request ${other + 1} has ${missing} more ${missing === 1 ? "segment" : "segments"}.`}
        </p>
      )}
      <SignatureStrip
        blocks={groupStrip(strip, alignSegments(strip, shown.request.segments), shown.ledger)}
        missed={missed}
      />
      <Button onClick={() => setOpen(true)}>Compare side by side</Button>
      {isOpen && <DiffDialog turn={turn} other={other} onClose={close} />}
    </section>
  );
}
