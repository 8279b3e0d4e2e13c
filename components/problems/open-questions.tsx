"use client";
/** The panel's list of what the documentation leaves open: what is played and why, and what could be played instead. */
import { useId, useState } from "react";
import {
  type Observations,
  OWN_EMULATOR,
  observedIn,
  removeObservation,
} from "../../lib/offers/observations";
import {
  canMatter,
  isOfAccounts,
  questionKey,
  readingKey,
  type ShownRequest,
  type Standing,
  standOf,
} from "../../lib/offers/open-questions";
import { type Readings, SWITCH_IDS, SWITCHES } from "../../lib/offers/readings";
import { regionName } from "../../lib/offers/regions";
import { type Message, type MessageKey, tell } from "../../lib/words/message";
import { readFindings, writeFindings } from "../findings/findings-storage";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";
import { SourceLink } from "./source-link";

/** These sentences have no values, whichever they are. */
const sentence = (key: MessageKey): Message => tell(key as "readings.title");

/** When and where something was observed. */
function sayWhere({ date, endpoint, region }: NonNullable<Standing["observation"]>): Message {
  const day = date.slice(0, 10);
  if (endpoint === OWN_EMULATOR) return tell("readings.onEmulator", { day });
  return region === null
    ? tell("readings.atEndpoint", { day, endpoint })
    : tell("readings.atRegion", { day, endpoint, place: regionName(region) });
}

interface QuestionProps {
  readonly standing: Standing;
  readonly onPick: (reading: string | null) => void;
}

function Question({ standing, onPick }: QuestionProps) {
  const { t, say, gap } = useWords();
  const { id, reading, ground, observation, differs } = standing;
  const { readings, source, evidence, asOf } = SWITCHES[id];
  const [first] = readings;
  const question = say(sentence(questionKey(id)));
  const options = readings.map((value) => ({ value, label: sentence(readingKey(id, value)) }));
  const why =
    ground === "observed" && observation
      ? t("readings.groundObserved", { where: sayWhere(observation) })
      : t(`readings.ground_${ground as "chosen" | "documented" | "inferred"}`);
  return (
    <li data-question={id} className="space-y-0.5">
      <p>{question}</p>
      <Picker
        label={question}
        look="plain"
        value={reading}
        groups={[{ label: "", options }]}
        onPick={(picked) => onPick(picked === first && observation === null ? null : picked)}
        className="max-w-full border border-line font-medium"
      />
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-mute">
        <span data-ground={ground}>{why}</span>
        <span className="inline-flex min-h-6 items-center">
          <SourceLink href={source}>
            {t(`offers.evidence_${evidence}`)} {asOf}
          </SourceLink>
        </span>
        {ground === "chosen" && (
          <Button
            look="link"
            className="min-h-6 text-xs"
            aria-label={t("readings.resetOf", { question })}
            onClick={() => onPick(null)}
          >
            {t("readings.reset")}
          </Button>
        )}
      </p>
      {differs && observation && (
        <p className="text-xs" data-differs={id}>
          {/* What was observed stands above where it is what is played. */}
          {ground === "chosen" &&
            t("readings.observedElse", {
              where: sayWhere(observation),
              observed: sentence(readingKey(id, observation.reading)),
            })}
          {ground === "chosen" && gap}
          {t(evidence === "documented" ? "readings.documentedSays" : "readings.assumedWas", {
            first: sentence(readingKey(id, first)),
          })}
        </p>
      )}
      {isOfAccounts(id) && (
        <p className="text-xs text-mute">
          {t(id === "second-key" ? "readings.oneKey" : "readings.oneAccount")}
        </p>
      )}
    </li>
  );
}

interface FoundProps {
  readonly observations: Observations;
  readonly onChange: (observations: Observations) => void;
}

/** What was observed, model by model, each with the way to forget it. */
function Found({ observations, onChange }: FoundProps) {
  const { t, say, gap } = useWords();
  const models = Object.entries(observations);
  if (models.length === 0) return null;
  return (
    <div>
      <h4 className="font-medium">{t("readings.observedHere")}</h4>
      <p className="text-xs text-mute">{t("readings.observedNote")}</p>
      <ul className="mt-1 space-y-1">
        {models.map(([model, switches]) => {
          const found = Object.values(switches);
          const newest = found.reduce((one, other) => (one.date < other.date ? other : one));
          return (
            <li key={model} className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="min-w-0 break-words">
                {t("readings.observedOf", { model, count: found.length })}
                {gap}
                <span className="text-mute">{say(sayWhere(newest))}</span>
              </span>
              <Button
                look="link"
                className="min-h-6 text-xs"
                aria-label={t("readings.forgetOf", { model })}
                onClick={() => onChange(removeObservation(observations, model))}
              >
                {t("readings.forget")}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** @param name of the model that is shown, as its requests have it */
export function OpenQuestions({ name, shown }: { readonly name: string; readonly shown: ShownRequest }) {
  const { t, rich } = useWords();
  const heading = useId();
  const readings = usePlayground((state) => state.settings.readings);
  const [observations, setObservations] = useState(readFindings);
  const actions = useActions();
  const standings = SWITCH_IDS.map((id) => standOf(id, name, { readings, observations }));
  const isShown = ({ id, ground, differs }: Standing) =>
    canMatter(id, shown) || ground === "chosen" || differs;
  const others = standings.filter((standing) => !isShown(standing));

  function pick({ id }: Standing, reading: string | null): void {
    const { [id]: _, ...left } = readings ?? {};
    const changed = (reading === null ? left : { ...left, [id]: reading }) as Readings;
    actions.changePlay({ readings: Object.keys(changed).length > 0 ? changed : undefined });
  }

  function keep(changed: Observations): void {
    writeFindings(changed);
    setObservations(changed);
    actions.setObserved(observedIn(changed));
    actions.announce(t("readings.forgotten"));
  }

  const list = (shownHere: readonly Standing[]) => (
    <ul className="mt-1.5 space-y-2.5">
      {shownHere.map((standing) => (
        <Question key={standing.id} standing={standing} onPick={(reading) => pick(standing, reading)} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby={heading} className="space-y-2">
      <div>
        <h3 id={heading} className="font-semibold">
          {t("readings.title")}
        </h3>
        <p className="mt-0.5 text-mute">
          {rich("readings.purpose", {
            probes: (pieces) => (
              <a href="/probes" className="text-accent underline">
                {pieces}
              </a>
            ),
          })}
        </p>
        {readings && (
          <Button className="mt-1.5 text-xs" onClick={() => actions.changePlay({ readings: undefined })}>
            {t("readings.resetAll")}
          </Button>
        )}
      </div>
      {list(standings.filter(isShown))}
      {others.length > 0 && (
        <details>
          <summary className="cursor-pointer text-mute">
            {t("readings.others", { count: others.length })}
          </summary>
          {list(others)}
        </details>
      )}
      <Found observations={observations} onChange={keep} />
    </section>
  );
}
