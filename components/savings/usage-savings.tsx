"use client";
/** What the cache and left-out tokens have saved together, from usage numbers alone: split so that nothing is counted twice. */
import { useId, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import { readUsages } from "../../lib/savings/read-usages";
import { SPLIT_UNITS, type SplitOrder } from "../../lib/savings/split-saving";
import { type InputRates, type InputUsage, splitUsage, TWENTY_CALLS } from "../../lib/savings/usage-savings";
import { formatColumn } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { NumberField } from "../ui/number-field";
import { SegmentedControl } from "../ui/segmented-control";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { saySignedShare } from "./say-saving";

const ORDERS = [
  { value: "shapley", labelKey: "savings.anyOrder", meaning: "savings.usageAnyMeans" },
  { value: "in-order", labelKey: "savings.cacheFirst", meaning: "savings.cacheFirstMeans" },
  { value: "reversed", labelKey: "savings.fewerFirst", meaning: "savings.fewerFirstMeans" },
] as const;

const KINDS = [
  { key: "read", nameKey: "savings.kindRead" },
  { key: "written", nameKey: "savings.kindWritten" },
  { key: "uncached", nameKey: "savings.kindUncached" },
] as const;

const MOST_TOKENS = 1e12;
const NOTHING: InputUsage = { read: 0, written: 0, uncached: 0 };

interface UsageSavingsProps {
  /** Where the numbers are known already; absent = they are pasted or typed. */
  readonly given?: InputUsage;
  /** Per million tokens, to begin with. */
  readonly rates: InputRates;
  readonly currency: Currency;
  /** Whose prices these are. */
  readonly model: string;
}

export function UsageSavings({ given, rates: listed, currency, model }: UsageSavingsProps) {
  const { t, say, gap } = useWords();
  const [pasted, setPasted] = useState("");
  const [typed, setTyped] = useState<InputUsage>(NOTHING);
  const [removed, setRemoved] = useState(0);
  const [own, setOwn] = useState<Partial<InputRates>>({});
  const [order, setOrder] = useState<SplitOrder>("in-order");
  const meaning = ORDERS.find(({ value }) => value === order)?.meaning;
  const id = useId();
  const read = pasted === "" ? null : readUsages(pasted);
  const usage = given ?? (read?.ok ? read.usage : typed);
  const rates = { ...listed, ...own };
  const split = splitUsage(removed, usage, rates);
  const [byCache = 0, byFewer = 0] = split.parts[order];
  const write = formatColumn(
    [split.before, split.after, byCache, byFewer].map((units) => units / SPLIT_UNITS),
    currency,
  );
  const line = (name: string, units: number) => (
    <li className="flex items-baseline gap-2">
      <span>{name}</span>
      <span className="ml-auto font-mono">
        {units < 0 ? "+" : "−"}
        {write(Math.abs(units) / SPLIT_UNITS)}
      </span>
      <span className="w-16 shrink-0 text-right font-mono text-mute">
        {split.before === 0 ? "" : say(saySignedShare(-units / split.before))}
      </span>
    </li>
  );
  return (
    <div className="grid gap-x-6 gap-y-2 pt-1.5 text-xs md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-1.5">
        {!given && (
          <>
            <label htmlFor={id} className="text-mute">
              {t("savings.usageLabel")}
            </label>
            <textarea
              id={id}
              rows={3}
              value={pasted}
              placeholder='{"prompt_tokens": 8200, "prompt_tokens_details": {"cached_tokens": 7600}}'
              onChange={({ target }) => {
                setPasted(target.value);
                const found = readUsages(target.value);
                if (found.ok) setTyped(found.usage);
              }}
              className="min-h-14 w-full resize-y rounded border border-line bg-panel px-1.5 py-1 font-mono placeholder:text-faint"
            />
            <p role="status" className={read && !read.ok ? "text-bad" : "text-mute"}>
              {read === null ? (
                <>
                  {t("savings.orType")}
                  {gap}
                  <button
                    type="button"
                    className="font-medium text-accent hover:underline"
                    onClick={() => {
                      setTyped(TWENTY_CALLS.usage);
                      setOwn(TWENTY_CALLS.rates);
                    }}
                  >
                    {t("savings.usageExample")}
                  </button>
                </>
              ) : read.ok ? (
                `${t("savings.summed", { count: read.count })} ${say(read.caution ?? "")}`
              ) : (
                <Sentence said={read.reason} />
              )}
            </p>
          </>
        )}
        <div className="flex flex-wrap gap-x-3 gap-y-1.5">
          {KINDS.map(({ key, nameKey }) => (
            <span key={key} className="flex flex-col gap-0.5">
              <span aria-hidden className="text-mute">
                {t("savings.tokensOf", { kind: tell(nameKey) })}
              </span>
              {given ? (
                <span className="font-mono">{given[key].toLocaleString("en-US")}</span>
              ) : (
                <NumberField
                  label={t("savings.tokensOf", { kind: tell(nameKey) })}
                  value={usage[key]}
                  min={0}
                  max={MOST_TOKENS}
                  className="w-24"
                  onChange={(value) => {
                    setTyped({ ...usage, [key]: value });
                    setPasted("");
                  }}
                />
              )}
            </span>
          ))}
          <span className="flex flex-col gap-0.5">
            <span aria-hidden className="font-medium">
              {t("savings.leftOut")}
            </span>
            <NumberField
              label={t("savings.leftOut")}
              value={removed}
              min={0}
              max={MOST_TOKENS}
              className="w-24"
              onChange={setRemoved}
            />
          </span>
        </div>
        <div className="flex flex-wrap gap-x-3 gap-y-1.5">
          {KINDS.map(({ key, nameKey }) => (
            <span key={key} className="flex flex-col gap-0.5">
              <span aria-hidden className="text-mute">
                {t("savings.rateOf", { kind: tell(nameKey), currency })}
              </span>
              <NumberField
                label={t("savings.rateLabel", { kind: tell(nameKey), currency })}
                value={rates[key]}
                min={0}
                max={1e6}
                step="any"
                className="w-24"
                onChange={(value) => setOwn({ ...own, [key]: value })}
              />
            </span>
          ))}
        </div>
        <p className="text-mute">{t("savings.usageNote", { model })}</p>
      </div>
      <section aria-label={t("savings.whatWasSaved")} className="flex flex-col gap-1.5">
        {split.before === 0 ? (
          <p className="text-mute">{t("savings.nothingTold")}</p>
        ) : (
          <p>
            <span className="font-mono text-base font-semibold" data-usage-saved>
              {say(saySignedShare(split.after / split.before - 1))}
            </span>{" "}
            <span className="font-mono text-mute">
              {write(split.before / SPLIT_UNITS)} → {write(split.after / SPLIT_UNITS)}
            </span>
          </p>
        )}
        <SegmentedControl
          label={t("savings.orderOfTwo")}
          value={order}
          options={ORDERS.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
          onChange={setOrder}
        />
        <ul aria-label={t("savings.usageParts")} className="flex flex-col gap-0.5">
          {line(t("savings.byCache"), byCache)}
          {line(t("savings.byLeftOut"), byFewer)}
          <li className="flex items-baseline gap-2 border-t border-line-soft pt-0.5 font-medium">
            <span>{t("savings.stillPaidInput")}</span>
            <span className="ml-auto font-mono">{write(split.after / SPLIT_UNITS)}</span>
            <span className="w-16 shrink-0" />
          </li>
        </ul>
        <p className="text-mute">{meaning && t(meaning)}</p>
      </section>
    </div>
  );
}
