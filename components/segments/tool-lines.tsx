"use client";
/** The tools under the tools row: in the order they are sent, which can be changed. */
import { canonicaliseTools } from "../../lib/prompt/tool-edits";
import { tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { ToolLine } from "./tool-line";
import type { RowEdits } from "./use-row-edits";
import type { ToolList } from "./use-tool-list";

interface ToolLinesProps {
  readonly list: ToolList;
  /** Key of the row they are listed under. */
  readonly row: string;
  readonly editable: boolean;
  readonly edits: RowEdits;
}

export function ToolLines({ list: { tools, canonical }, row, editable, edits }: ToolLinesProps) {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();

  function canonicalise(): void {
    if (canonical) return;
    const result = canonicaliseTools(store.getState().text);
    if (result.ok) actions.applyEdits(result.edits, tell("segments.toolsSorted"));
    else actions.warn(result.reason);
  }

  return (
    <div className="pl-6">
      <ol aria-label={t("segments.toolOrder")}>
        {tools.map((tool, index) => (
          <ToolLine
            key={tool.pointer}
            tool={tool}
            row={row}
            index={index}
            count={tools.length}
            editable={editable}
            onMove={(to) => edits.moveTool(tool.pointer, tool.name, to)}
            onRemove={() => edits.removeTool(tool.pointer, tool.name)}
          />
        ))}
      </ol>
      <p className="flex h-[34px] items-center gap-2.5 text-[11.5px] text-faint">
        {editable && (
          <Button
            className="h-6 text-xs aria-disabled:opacity-60"
            aria-disabled={canonical}
            onClick={canonicalise}
            hint={t("segments.canonicaliseHint")}
          >
            {t("segments.canonicalise")}
          </Button>
        )}
        <span className="truncate">{t(canonical ? "segments.isCanonical" : "segments.otherOrder")}</span>
      </p>
    </div>
  );
}
