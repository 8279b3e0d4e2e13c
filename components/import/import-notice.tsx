"use client";
/** After an import: what was recognised and taken out, and the way back to what was open before. */
import { NEUTRAL_SCENARIO, tenTurns } from "../../lib/timeline/scenarios";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useImport, useImporter } from "./use-importer";

export function ImportNotice() {
  const importer = useImporter();
  const opened = useImport((state) => state.opened);
  const count = usePlayground((state) => state.opened);
  const isNeutral = usePlayground((state) => state.settings.scenario?.name === NEUTRAL_SCENARIO.name);
  const toolCount = usePlayground((state) => state.good?.request.toolCount ?? 0);
  const actions = useActions();

  if (opened?.count !== count) return null;
  const { title, redacted, understood } = opened;
  return (
    <section
      aria-label="Imported"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-soft bg-raised px-3.5 py-1.5"
    >
      <p className="min-w-0 break-words">
        <span className="text-mute">Recognised:</span> {title}
        {redacted.length > 0 && (
          <span className="text-mute"> Taken out before anything was kept: {redacted.join(", ")}.</span>
        )}
      </p>
      {understood.length > 0 && (
        <details className="min-w-0 text-mute">
          <summary className="w-fit cursor-pointer hover:underline">How it was read</summary>
          <ul>
            {understood.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="ml-auto flex flex-wrap gap-2">
        {isNeutral && (
          <Button
            className="text-xs"
            hint="A longer conversation goes on from this request, in neutral words; Scenario has others"
            onClick={() => actions.setScenario(tenTurns(toolCount))}
          >
            Play ten turns
          </Button>
        )}
        <Button className="text-xs" onClick={() => void importer.bringBack()}>
          Undo the import
        </Button>
        <Button className="text-xs" onClick={importer.dismiss}>
          Dismiss
        </Button>
      </div>
    </section>
  );
}
