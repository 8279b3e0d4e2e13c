"use client";
/** Which scenario is played: the example's own, those that fit the document, or one of the user's. */
import { nameExample } from "../../lib/timeline/name-example";
import { presets } from "../../lib/timeline/presets/presets";
import type { Scenario } from "../../lib/timeline/scenario";
import { listFitting, scenarios } from "../../lib/timeline/scenarios";
import { useActions, usePlayground } from "../playground-context";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";

const known = [...presets.map((preset) => preset.scenario), ...scenarios];
/** Until the document is analysed nothing is known to be missing from it. */
const MANY = Number.POSITIVE_INFINITY;
const OWN = "own";

export function ScenarioPicker() {
  const scenario = usePlayground((state) => state.settings.scenario);
  const example = usePlayground((state) => presets.find(({ id }) => id === state.presetId)?.scenario);
  const toolCount = usePlayground((state) => state.good?.request.toolCount ?? MANY);
  const actions = useActions();
  const { t, say } = useWords();
  const name = scenario?.name ?? "One request";
  const said = say(nameExample(name));
  const namesake = known.find((each) => each.name === name);
  // A known scenario that was edited is the user's own. A recorded one is long: only a namesake is compared with it.
  const isKnown = scenario === null || (namesake !== undefined && same(namesake, scenario));
  const fitting = listFitting(toolCount);
  // One that was chosen before, or came with a link, stays where it can be seen.
  const offered = [...(example ? [example] : []), ...fitting].some((each) => each.name === name);
  const options = (from: readonly Scenario[]) =>
    from.map((each) => ({ value: each.name, label: say(nameExample(each.name)) }));
  return (
    <Picker
      label={t("timeline.scenario")}
      value={isKnown ? name : OWN}
      className="min-w-24 text-xs"
      groups={[
        ...(isKnown && offered
          ? []
          : [
              {
                label: "",
                options: [
                  isKnown
                    ? { value: name, label: said }
                    : { value: OWN, label: namesake ? t("timeline.edited", { name: said }) : said },
                ],
              },
            ]),
        ...(example ? [{ label: t("timeline.ofExample"), options: options([example]) }] : []),
        { label: t("timeline.forThisRequest"), options: options(fitting) },
      ]}
      onPick={(picked) => {
        const found = known.find((each) => each.name === picked);
        if (found) actions.setScenario(found);
      }}
    />
  );
}

const same = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
