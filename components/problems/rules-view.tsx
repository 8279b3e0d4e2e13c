"use client";
/** The rules, prices and assumptions in force for the shown model, each with its evidence and date. */
import type { TermId } from "../../lib/glossary/terms";
import { ASSUMPTIONS } from "../../lib/offers/assumptions";
import { listOffering } from "../../lib/offers/cache-offers";
import { findModel, granularityOf } from "../../lib/offers/catalogue";
import { listPrices } from "../../lib/offers/prices";
import { readingsFor, toldOf } from "../../lib/offers/readings";
import { regionName } from "../../lib/offers/regions";
import { limitsOf } from "../../lib/systems/mark-model-studio";
import { listLives, lookbackOf } from "../../lib/systems/model-studio";
import { formatPrice } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Term } from "../terms/term";
import { useWords } from "../words/use-words";
import { OpenQuestions } from "./open-questions";
import { SourceLink } from "./source-link";
import { SwitchStates } from "./switch-states";

function Fact({ name, term, children }: { name: string; term?: TermId; children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line-soft py-1">
      <dt className="text-mute">{term ? <Term id={term}>{name}</Term> : name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

export function RulesView() {
  const { t, say, gap } = useWords();
  const name = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const exact = usePlayground((state) => state.good?.request.exact);
  const estimateReason = usePlayground((state) => state.good?.request.estimateReason);
  const dialect = usePlayground((state) => state.good?.request.dialect ?? "openai");
  const chosen = usePlayground((state) => state.settings.readings);
  const observed = usePlayground((state) => state.settings.observed);
  const model = findModel(name);
  const readings = readingsFor(name, toldOf({ readings: chosen, observed }));
  const prices = listPrices(name, region);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section>
        <h3 className="font-semibold">{name}</h3>
        {model ? (
          <>
            <dl className="mt-1">
              <Fact name={t("problems.explicitFact")} term="explicit">
                {listOffering(name, "explicit")
                  .map((each) => say(regionName(each)))
                  .join(t("values.between")) || t("problems.notOffered")}
              </Fact>
              <Fact name={t("problems.implicitFact")} term="implicit">
                {listOffering(name, "implicit")
                  .map((each) => say(regionName(each)))
                  .join(t("values.between")) || t("problems.notListed")}
              </Fact>
              <Fact name={t("problems.breakpointsFact")} term="breakpoint">
                {model.generation === null
                  ? t("problems.notDocumented")
                  : granularityOf(model, readings) === "part"
                    ? t("problems.atParts")
                    : t("problems.atMessages")}
              </Fact>
              <Fact name={t("problems.minimumFact")} term="minimum">
                {t("problems.minimumTokens", { count: limitsOf(model, readings).minimum })}
              </Fact>
              <Fact name={t("problems.markersFact")} term="marker">
                {model.maxMarkers === null
                  ? t("problems.markersUnknown")
                  : t("problems.markersPerRequest", { count: model.maxMarkers })}
              </Fact>
              <Fact name={t("problems.lookbackFact")} term="lookback">
                {model.lookbackBlocks === null
                  ? t("problems.notDocumented")
                  : t("problems.lookbackBlocks", { count: lookbackOf(model, readings) })}
              </Fact>
              <Fact name={t("problems.lifeFact")} term="entry">
                {listLives(model, readings)
                  .map((seconds) => t("values.minutes", { minutes: seconds / 60 }))
                  .reduce((one, other) => t("problems.either", { one, other }))}
              </Fact>
              <Fact name={t("problems.countsFact")} term="estimate">
                {exact === undefined ? "…" : exact ? t("problems.exact") : t("problems.estimate")}
              </Fact>
            </dl>
            <p className="mt-1.5 space-x-1.5">
              <SourceLink href={model.source}>
                {t(`offers.evidence_${model.evidence}`)} {model.asOf}
              </SourceLink>
              {model.note && <span className="text-xs text-mute">{say(model.note)}</span>}
            </p>
            {estimateReason && <p className="mt-1.5 text-xs text-mute">{say(estimateReason)}</p>}
          </>
        ) : (
          <p className="mt-1 text-mute">{t("problems.unlisted")}</p>
        )}
      </section>
      <section>
        <h3 className="font-semibold">{t("problems.prices", { region: regionName(region) })}</h3>
        {prices.length === 0 ? (
          <p className="mt-1 text-mute">{t("problems.noPrice")}</p>
        ) : (
          prices.map((price) => (
            <div key={price.maxInputTokens ?? "all"} className="mt-1">
              <dl>
                <Fact name={t("problems.upToFact")}>
                  {price.maxInputTokens === null
                    ? t("problems.noLimit")
                    : t("problems.minimumTokens", { count: price.maxInputTokens })}
                </Fact>
                <Fact name={t("problems.inputFact")} term="uncached">
                  {formatPrice(price.input, price.currency)}
                </Fact>
                <Fact name={t("problems.writtenFact")} term="written">
                  {formatPrice(price.create5m, price.currency)}
                </Fact>
                <Fact name={t("problems.readFact")} term="read">
                  {formatPrice(price.read, price.currency)}
                </Fact>
                <Fact name={t("problems.implicitReadFact")} term="implicit">
                  {formatPrice(price.implicitRead, price.currency)}
                </Fact>
                <Fact name={t("problems.outputFact")} term="completion">
                  {formatPrice(price.output, price.currency)}
                </Fact>
              </dl>
              <p className="pt-1.5">
                <SourceLink href={price.source}>
                  {t(`offers.evidence_${price.evidence}`)} {price.asOf ?? t("problems.undated")}
                </SourceLink>
              </p>
            </div>
          ))
        )}
      </section>
      <OpenQuestions name={name} shown={{ model, dialect }} />
      <section>
        <h3 className="font-semibold">{t("problems.assumptions")}</h3>
        <p className="mt-0.5 text-mute">{t("problems.assumptionsNote")}</p>
        <ul className="mt-1.5 space-y-2">
          {ASSUMPTIONS.map(({ id, statement, source, evidence, asOf }) => (
            <li key={id}>
              {say(statement)}
              {gap}
              <SourceLink href={source}>
                {t(`offers.evidence_${evidence}`)} {asOf}
              </SourceLink>
              <SwitchStates assumption={id} readings={readings} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
