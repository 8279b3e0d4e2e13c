/** What was measured and published of open models' discounts, with today's prices where there are some. */

import measured from "../../lib/layers/measurements.json" with { type: "json" };
import { discountRange } from "../../lib/layers/scene";
import { findService, findTariff, SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import { findBand, rateOf } from "../../lib/offers/offer";
import { formatPercent, formatPrice } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/scroll-region";
import { useWords } from "../words/use-words";

interface FirstParty {
  readonly name: Said;
  readonly where: Said;
  readonly input: number;
  readonly read: number;
  readonly today: { readonly service: string; readonly model: string } | null;
}

const FIRST_PARTY = measured.firstParty as readonly FirstParty[];

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

function FirstPartyTable() {
  const { t, say } = useWords();
  return (
    <table className="w-full text-xs whitespace-nowrap tabular-nums">
      <thead>
        <tr className={head}>
          <th>{t("layers.model")}</th>
          <th>{t("layers.where")}</th>
          <th className={right}>{t("layers.input")}</th>
          <th className={right}>{t("layers.read")}</th>
          <th className={right}>{t("layers.off")}</th>
          <th className={right}>{t("layers.today")}</th>
        </tr>
      </thead>
      <tbody>
        {FIRST_PARTY.map(({ name, where, input, read, today }) => {
          const now = findToday(today);
          return (
            <tr key={`${say(name)} ${say(where)}`} className={row}>
              <th scope="row">{say(name)}</th>
              <td className="text-mute">{say(where)}</td>
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
}

function Gateway({ onOpen }: { readonly onOpen: (scene: string) => void }) {
  const { t } = useWords();
  return (
    <table className="w-full text-xs whitespace-nowrap tabular-nums">
      <thead>
        <tr className={head}>
          <th>{t("layers.model")}</th>
          <th className={right}>{t("layers.cold")}</th>
          <th className={right}>{t("layers.warmHead")}</th>
          <th className={right}>{t("layers.off")}</th>
          <th className={right}>{t("layers.digitsAdmit")}</th>
          <th className={right}>{t("layers.timeHead")}</th>
          <th className={right}>{t("layers.faster")}</th>
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
                {t("layers.range", { low: formatPercent(Math.max(0, low)), high: formatPercent(high) })}
              </td>
              <td className={right}>
                {seconds[0]} → {t("values.seconds", { seconds: seconds[1] ?? 0 })}
              </td>
              <td className={right}>{((seconds[0] ?? 0) / (seconds[1] ?? 1)).toFixed(1)}×</td>
              <td className={right}>
                <Button
                  look="link"
                  aria-label={t("layers.walkModel", { model })}
                  onClick={() => onOpen(`gateway-${model}`)}
                >
                  {t("layers.walkIt")}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function MeasuredTables({ onOpen }: { readonly onOpen: (scene: string) => void }) {
  const { t } = useWords();
  return (
    <section
      aria-label={t("layers.measuredTitle")}
      className="rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <h2 className="text-base font-semibold">{t("layers.measuredTitle")}</h2>
      <p className="mt-1 max-w-3xl text-mute">
        {t("layers.measuredAbout", { source: measured.source as Said })}
      </p>
      <div className="mt-3 grid gap-5 xl:grid-cols-2">
        <div className="min-w-0">
          <p className="mb-1 text-xs text-mute">{t("layers.gatewayTable", { date: measured.asOf })}</p>
          <ScrollRegion label={t("layers.throughGateway")}>
            <Gateway onOpen={onOpen} />
          </ScrollRegion>
        </div>
        <div className="min-w-0">
          <p className="mb-1 text-xs text-mute">
            {t("layers.pricesTable", { date: measured.asOf, today: SERVICES_AS_OF })}
          </p>
          <ScrollRegion label={t("layers.publishedPrices")}>
            <FirstPartyTable />
          </ScrollRegion>
        </div>
      </div>
    </section>
  );
}
