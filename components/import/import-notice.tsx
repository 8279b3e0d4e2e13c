"use client";
/** After an import: what was recognised and taken out, and the way back to what was open before. */
import { listNames } from "../../lib/import/list-names";
import { parsePrompt } from "../../lib/prompt/parse";
import { NEUTRAL_SCENARIO, tenTurns } from "../../lib/timeline/scenarios";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";
import { useImport, useImporter } from "./use-importer";

const DRAWERS: Drawers = { mute: (pieces) => <span className="text-mute">{pieces}</span> };

export function ImportNotice() {
  const { t, say, rich } = useWords();
  const importer = useImporter();
  const opened = useImport((state) => state.opened);
  const count = usePlayground((state) => state.opened);
  const isNeutral = usePlayground((state) => state.settings.scenario?.name === NEUTRAL_SCENARIO.name);
  const { store, actions } = usePlaygroundStore();

  if (opened?.count !== count) return null;
  const { title, redacted, understood } = opened;
  // By its text: its figures may still be on their way, and those shown another document's.
  const playTenTurns = (): void =>
    actions.setScenario(tenTurns(parsePrompt(store.getState().text).prompt?.tools.length ?? 0));
  return (
    <section
      aria-label={t("importing.imported")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-soft bg-raised px-3.5 py-1.5"
    >
      <p className="min-w-0 break-words">
        {redacted.length === 0
          ? rich("importing.recognised", DRAWERS, { title })
          : rich("importing.recognisedRedacted", DRAWERS, { title, redacted: listNames(redacted) })}
      </p>
      {understood.length > 0 && (
        <details className="min-w-0 text-mute">
          <summary className="w-fit cursor-pointer hover:underline">{t("importing.howRead")}</summary>
          <ul>
            {understood.map((sentence) => (
              <li key={JSON.stringify(sentence)}>{say(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="ml-auto flex flex-wrap gap-2">
        {isNeutral && (
          <Button className="text-xs" hint={t("importing.tenTurnsHint")} onClick={playTenTurns}>
            {t("importing.playTenTurns")}
          </Button>
        )}
        <Button className="text-xs" onClick={() => void importer.bringBack()}>
          {t("importing.undoImport")}
        </Button>
        <Button className="text-xs" onClick={importer.dismiss}>
          {t("importing.dismiss")}
        </Button>
      </div>
    </section>
  );
}
