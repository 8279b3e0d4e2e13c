"use client";
/** The rules, prices and assumptions in force for the shown model, each with its evidence and date. */
import type { TermId } from "../../lib/glossary/terms";
import { ASSUMPTIONS } from "../../lib/offers/assumptions";
import { listOffering } from "../../lib/offers/cache-offers";
import { findModel, granularityOf } from "../../lib/offers/catalogue";
import { listPrices } from "../../lib/offers/prices";
import { regionName } from "../../lib/offers/regions";
import { limitsOf } from "../../lib/systems/mark-model-studio";
import { formatCount, formatPrice } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Term } from "../terms/term";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";

function Fact({ name, term, children }: { name: string; term?: TermId; children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line-soft py-1">
      <dt className="text-mute">{term ? <Term id={term}>{name}</Term> : name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function SourceLink({ href, children }: { href: string; children: React.ReactNode }) {
  return href.startsWith("https://") ? (
    <Hint text={href}>
      <a href={href} target="_blank" rel="noreferrer" className="hover:underline">
        <Tag>{children} ↗</Tag>
      </a>
    </Hint>
  ) : (
    <Tag hint={href}>{children}</Tag>
  );
}

export function RulesView() {
  const name = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const exact = usePlayground((state) => state.good?.request.exact);
  const estimateReason = usePlayground((state) => state.good?.request.estimateReason);
  const model = findModel(name);
  const prices = listPrices(name, region);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section>
        <h3 className="font-semibold">{name}</h3>
        {model ? (
          <>
            <dl className="mt-1">
              <Fact name="Explicit cache" term="explicit">
                {listOffering(name, "explicit").map(regionName).join(", ") || "not offered"}
              </Fact>
              <Fact name="Implicit cache" term="implicit">
                {listOffering(name, "implicit").map(regionName).join(", ") || "not listed"}
              </Fact>
              <Fact name="Breakpoints" term="breakpoint">
                {model.generation === null
                  ? "not documented"
                  : granularityOf(model) === "part"
                    ? "at parts"
                    : "at messages"}
              </Fact>
              <Fact name="Minimum prefix" term="minimum">
                {formatCount(limitsOf(model).minimum)} tokens
              </Fact>
              <Fact name="Markers" term="marker">
                {model.maxMarkers === null ? "limit unknown, 4 assumed" : `${model.maxMarkers} per request`}
              </Fact>
              <Fact name="Look-back" term="lookback">
                {model.lookbackBlocks === null ? "not documented" : `${model.lookbackBlocks} blocks`}
              </Fact>
              <Fact name="Entry lives" term="entry">
                {model.ttl.map((seconds) => `${seconds / 60} min`).join(" or ")}
              </Fact>
              <Fact name="Token counts" term="estimate">
                {exact === undefined ? "…" : exact ? "exact" : "estimate"}
              </Fact>
            </dl>
            <p className="mt-1.5 space-x-1.5">
              <SourceLink href={model.source}>
                {model.evidence} {model.asOf}
              </SourceLink>
              {model.note && <span className="text-xs text-mute">{model.note}</span>}
            </p>
            {estimateReason && (
              <p className="mt-1.5 text-xs text-mute">
                <Sentence said={estimateReason} />
              </p>
            )}
          </>
        ) : (
          <p className="mt-1 text-mute">
            This model is not in the catalogue. It is treated as one with breakpoints at messages; its prices
            are unknown.
          </p>
        )}
      </section>
      <section>
        <h3 className="font-semibold">Prices in {regionName(region)}, per million tokens</h3>
        {prices.length === 0 ? (
          <p className="mt-1 text-mute">
            No price is known for this model in this region. Costs are shown as unknown.
          </p>
        ) : (
          prices.map((price) => (
            <div key={price.maxInputTokens ?? "all"} className="mt-1">
              <dl>
                <Fact name="Input up to">
                  {price.maxInputTokens === null
                    ? "no limit known"
                    : `${formatCount(price.maxInputTokens)} tokens`}
                </Fact>
                <Fact name="Input" term="uncached">
                  {formatPrice(price.input, price.currency)}
                </Fact>
                <Fact name="Written (5 min)" term="written">
                  {formatPrice(price.create5m, price.currency)}
                </Fact>
                <Fact name="Read" term="read">
                  {formatPrice(price.read, price.currency)}
                </Fact>
                <Fact name="Implicit read" term="implicit">
                  {formatPrice(price.implicitRead, price.currency)}
                </Fact>
                <Fact name="Output" term="completion">
                  {formatPrice(price.output, price.currency)}
                </Fact>
              </dl>
              <p className="pt-1.5">
                <SourceLink href={price.source}>
                  {price.evidence} {price.asOf ?? "undated"}
                </SourceLink>
              </p>
            </div>
          ))
        )}
      </section>
      <section>
        <h3 className="font-semibold">Assumptions</h3>
        <p className="mt-0.5 text-mute">Where the documentation is silent, the simulator does this:</p>
        <ul className="mt-1.5 space-y-2">
          {ASSUMPTIONS.map(({ id, statement, source, evidence, asOf }) => (
            <li key={id}>
              {statement}{" "}
              <SourceLink href={source}>
                {evidence} {asOf}
              </SourceLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
