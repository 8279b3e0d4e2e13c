"use client";
/** What changed against an earlier request: the strip, the first difference, and both texts side by side. */
import { useCallback, useState } from "react";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
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
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  if (compared.kind === "waiting") return <p className="min-h-40 text-mute">{t("why.comparing")}</p>;
  if (compared.kind === "failed")
    return (
      <p className="text-bad">
        <Sentence said={compared.reason} />
      </p>
    );
  const { comparison } = compared;
  if (!comparison) return <p className="text-mute">{t("why.noEarlier")}</p>;
  const { first, missing, other, nearest, strip } = comparison;
  return (
    <section aria-label={t("why.comparison")} className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{t("why.whatChanged")}</h3>
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
          {t("why.allSame")}
          {missing > 0 && ` ${t("why.missingSegments", { request: other + 1, count: missing })}`}
        </p>
      )}
      <SignatureStrip
        blocks={groupStrip(strip, alignSegments(strip, shown.request.segments), shown.ledger)}
        missed={missed}
      />
      <Button onClick={() => setOpen(true)}>{t("why.sideBySide")}</Button>
      {isOpen && <DiffDialog turn={turn} other={other} onClose={close} />}
    </section>
  );
}
