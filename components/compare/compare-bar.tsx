"use client";
/** What is shown of the comparison: kinds of systems, a host of one's own, and the whole as a file. */
import type { RowJudgements } from "../../lib/pipeline/compare-report";
import type { RankedGroup } from "../../lib/pipeline/rank-systems";
import { KIND_NAMES, writeComparisonCsv, writeComparisonMarkdown } from "../../lib/pipeline/write-comparison";
import { SYSTEM_KINDS, type SystemKind } from "../../lib/systems/comparable";
import { useDocumentName } from "../layouts/use-document-name";
import { saveFile } from "../timeline/draw-to-file";
import { MenuButton } from "../ui/menu-button";
import { useWords } from "../words/use-words";
import { MarkerLifeControl } from "./marker-life";
import { OwnHostEditor } from "./own-host-editor";

interface CompareBarProps {
  /** Those that are shown; empty = all. */
  readonly kinds: ReadonlySet<SystemKind>;
  readonly present: ReadonlySet<SystemKind>;
  readonly onKinds: (kinds: ReadonlySet<SystemKind>) => void;
  readonly groups: readonly RankedGroup[];
  /** What services say of the document's markers; absent while nothing is compared. */
  readonly judgements: RowJudgements | undefined;
}

const FILE = "prompt-cache-comparison";

export function CompareBar({ kinds, present, onKinds, groups, judgements }: CompareBarProps) {
  const words = useWords();
  const { t } = words;
  const { name } = useDocumentName();

  function toggle(kind: SystemKind): void {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    onKinds(next);
  }

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-xs">
      <div role="group" aria-label={t("compare.kinds")} className="flex flex-wrap items-center gap-1.5">
        {SYSTEM_KINDS.filter((kind) => present.has(kind) || kinds.has(kind)).map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kinds.has(kind)}
            onClick={() => toggle(kind)}
            className="min-h-6 rounded-full border border-line px-2.5 text-mute hover:bg-hover aria-pressed:border-ink aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-ink"
          >
            {t(KIND_NAMES[kind])}
          </button>
        ))}
      </div>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <MarkerLifeControl />
        <OwnHostEditor />
        <MenuButton
          label={t("compare.download")}
          className="text-xs"
          items={[
            {
              label: t("compare.downloadCsv"),
              disabled: groups.length === 0,
              onPick: () =>
                saveFile(
                  `${FILE}.csv`,
                  writeComparisonCsv(groups, words, judgements),
                  "text/csv;charset=utf-8",
                ),
            },
            {
              label: t("compare.downloadMarkdown"),
              disabled: groups.length === 0,
              onPick: () =>
                saveFile(
                  `${FILE}.md`,
                  writeComparisonMarkdown(groups, name, words, judgements),
                  "text/markdown;charset=utf-8",
                ),
            },
          ]}
        />
      </span>
    </div>
  );
}
