/** What was measured and published of open models' discounts, with today's prices where there are some. */

import measured from "../../lib/layers/measurements.json" with { type: "json" };
import { discountRange } from "../../lib/layers/scene";
import { findService, findTariff, SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import { findBand, rateOf } from "../../lib/offers/offer";
import { formatPercent, formatPrice } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/scroll-region";

interface Today {
  readonly model: string;
  readonly input: number;
  readonly read: number;
}

/** Null where no price of today is listed. */
function findToday(today: { readonly service: string; readonly model: string } | null): Today | null {
  const service = today && findService(today.service);
  if (!service) return null;
  const band = findBand(findTariff(service, today.model, false), 4700, SERVICES_AS_OF);
  const [input, read] = [rateOf(band, "input"), rateOf(band, "read")];
  return input === null || read === null ? null : { model: today.model, input, read };
}

const head = "border-b border-line text-left text-mute [&>th]:py-1 [&>th]:pr-3 [&>th]:font-normal";
const row =
  "border-b border-line-soft [&>td]:py-1 [&>td]:pr-3 [&>th]:py-1 [&>th]:pr-3 [&>th]:text-left [&>th]:font-normal";
const right = "text-right!";

const FirstParty = () => (
  <table className="w-full text-xs whitespace-nowrap tabular-nums">
    <thead>
      <tr className={head}>
        <th>Model</th>
        <th>Where</th>
        <th className={right}>Input</th>
        <th className={right}>Read</th>
        <th className={right}>Off</th>
        <th className={right}>Today</th>
      </tr>
    </thead>
    <tbody>
      {measured.firstParty.map(({ name, where, input, read, today }) => {
        const now = findToday(today);
        return (
          <tr key={`${name} ${where}`} className={row}>
            <th scope="row">{name}</th>
            <td className="text-mute">{where}</td>
            <td className={right}>{formatPrice(input, "USD")}</td>
            <td className={right}>{formatPrice(read, "USD")}</td>
            <td className={right}>{formatPercent(1 - read / input)}</td>
            <td className={right}>
              {now
                ? `${formatPrice(now.input, "USD")} → ${formatPrice(now.read, "USD")}, ${formatPercent(1 - now.read / now.input)}`
                : "–"}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

const Gateway = ({ onOpen }: { readonly onOpen: (scene: string) => void }) => (
  <table className="w-full text-xs whitespace-nowrap tabular-nums">
    <thead>
      <tr className={head}>
        <th>Model</th>
        <th className={right}>Cold</th>
        <th className={right}>Warm</th>
        <th className={right}>Off</th>
        <th className={right}>Digits admit</th>
        <th className={right}>Time</th>
        <th className={right}>Faster</th>
        <td />
      </tr>
    </thead>
    <tbody>
      {measured.gateway.map(({ model, cold, warm, discount, seconds }) => {
        const { low, high } = discountRange(cold, warm);
        return (
          <tr key={model} className={row}>
            <th scope="row">{model}</th>
            <td className={right}>${cold}</td>
            <td className={right}>${warm}</td>
            <td className={right}>{discount}%</td>
            <td className={`${right} text-mute`}>
              {formatPercent(Math.max(0, low))} to {formatPercent(high)}
            </td>
            <td className={right}>
              {seconds[0]} → {seconds[1]} s
            </td>
            <td className={right}>{((seconds[0] ?? 0) / (seconds[1] ?? 1)).toFixed(1)}×</td>
            <td className={right}>
              <Button look="link" aria-label={`Walk ${model}`} onClick={() => onOpen(`gateway-${model}`)}>
                Walk
              </Button>
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

export function MeasuredTables({ onOpen }: { readonly onOpen: (scene: string) => void }) {
  return (
    <section
      aria-label="What was measured"
      className="rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <h2 className="text-base font-semibold">What was measured</h2>
      <p className="mt-1 max-w-3xl text-mute">
        {measured.source}. A discount belongs to where a model is served, not to the model. 99.2 % of v4-pro
        is the promotion price of that month, which had ended long before today.
      </p>
      <div className="mt-3 grid gap-5 xl:grid-cols-2">
        <div className="min-w-0">
          <p className="mb-1 text-xs text-mute">
            One prompt of about 4,700 tokens through a gateway, cold and warm, {measured.asOf}; the usage said
            0 each time
          </p>
          <ScrollRegion label="Through a gateway">
            <Gateway onOpen={onOpen} />
          </ScrollRegion>
        </div>
        <div className="min-w-0">
          <p className="mb-1 text-xs text-mute">
            Published prices per million tokens, {measured.asOf}, and those of {SERVICES_AS_OF}
          </p>
          <ScrollRegion label="Published prices">
            <FirstParty />
          </ScrollRegion>
        </div>
      </div>
    </section>
  );
}
