"use client";
/** The line below the turns: a new turn, the scenario's name, and a recorded session in its place. */
import { nameExample } from "../../lib/timeline/name-example";
import { MAX_NAME_LENGTH, MAX_TURNS, type Scenario } from "../../lib/timeline/scenario";
import { tell } from "../../lib/words/message";
import { useImporter } from "../import/use-importer";
import { Button } from "../ui/button";
import { MenuButton } from "../ui/menu-button";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/use-words";
import { offerTurns } from "./new-turn";
import type { TurnEdits } from "./use-turn-edits";

interface ScenarioFootProps {
  readonly scenario: Scenario;
  readonly edits: TurnEdits;
  /** Whether there is anything for the model to call. */
  readonly hasTools: boolean;
}

export function ScenarioFoot({ scenario, edits, hasTools }: ScenarioFootProps) {
  const { turns, name } = scenario;
  const importer = useImporter();
  const { t, say } = useWords();
  return (
    <div
      data-add
      tabIndex={-1}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-soft px-3.5 py-1.5 text-xs text-mute"
    >
      {turns.length < MAX_TURNS ? (
        <MenuButton
          label={t("scenario.addTurn")}
          className="text-xs text-ink"
          items={offerTurns(hasTools).map(({ labelKey, turn }) => ({
            label: t(labelKey),
            onPick: () => edits.add(turn, tell("scenario.addedAtEnd", { what: tell(labelKey) })),
          }))}
        />
      ) : (
        <span>{t("scenario.tooManyTurns", { max: MAX_TURNS })}</span>
      )}
      <span className="flex min-w-0 items-center gap-1.5">
        {t("scenario.name")}
        <TextField
          required
          label={t("scenario.nameOfScenario")}
          value={say(nameExample(name))}
          maxLength={MAX_NAME_LENGTH}
          className="max-w-72 min-w-32 text-ink"
          onChange={(changed) => edits.change((each) => ({ ...each, name: changed }))}
        />
      </span>
      <Button className="ml-auto text-xs text-ink" onClick={importer.show}>
        {t("scenario.importSession")}
      </Button>
    </div>
  );
}
