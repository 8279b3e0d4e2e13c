"use client";
/** The vendors that a router chooses from, each with its prices and whether it caches. */
import { MOST_VENDORS, type Vendor } from "../../lib/layers/layer-settings";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
import { Switch } from "../ui/switch";
import { useWords } from "../words/use-words";

interface VendorFieldsProps {
  readonly vendors: readonly Vendor[];
  readonly onChange: (vendors: readonly Vendor[]) => void;
}

/** The first letter that none of them ends with. */
function newName(vendors: readonly Vendor[]): string {
  const names = Array.from(
    { length: MOST_VENDORS + 1 },
    (_, order) => `Vendor ${String.fromCharCode(65 + order)}`,
  );
  return names.find((name) => vendors.every((vendor) => vendor.name !== name)) ?? "Vendor";
}

/** Prices implied by what was measured have many digits: seven are more than anybody lists. */
const shorten = (amount: number): number => Number(amount.toPrecision(5));

export function VendorFields({ vendors, onChange }: VendorFieldsProps) {
  const { t } = useWords();
  const set = (place: number, change: Partial<Vendor>) =>
    onChange(vendors.map((vendor, order) => (order === place ? { ...vendor, ...change } : vendor)));
  return (
    <div className="w-full overflow-x-auto">
      <table className="w-full text-xs">
        <thead>
          <tr className="text-left text-mute">
            <th className="pr-2 font-normal">{t("layers.vendor")}</th>
            <th className="pr-2 font-normal">{t("layers.perMillion")}</th>
            <th className="pr-2 font-normal">{t("layers.readTimes")}</th>
            <th className="pr-2 font-normal">{t("layers.cachesHead")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {vendors.map(({ name, input, readMultiplier, caches }, place) => (
            <tr key={name}>
              <th scope="row" className="py-0.5 pr-2 text-left font-medium whitespace-nowrap">
                {name}
              </th>
              <td className="pr-2">
                <NumberField
                  label={t("layers.inputOf", { name })}
                  value={shorten(input ?? 0)}
                  min={0}
                  max={1000}
                  step="any"
                  className="w-14"
                  onChange={(next) => next !== shorten(input ?? 0) && set(place, { input: next })}
                />
              </td>
              <td className="pr-2">
                <NumberField
                  label={t("layers.readOfVendor", { name })}
                  value={shorten(readMultiplier)}
                  min={0}
                  max={2}
                  step="any"
                  className="w-14"
                  onChange={(next) =>
                    next !== shorten(readMultiplier) && set(place, { readMultiplier: next })
                  }
                />
              </td>
              <td className="pr-2">
                <Switch checked={caches} onChange={(next) => set(place, { caches: next })}>
                  <span className="sr-only">{t("layers.vendorCaches", { name })}</span>
                </Switch>
              </td>
              <td>
                {vendors.length > 1 && (
                  <Button
                    look="link"
                    className="text-mute!"
                    aria-label={t("layers.removeVendor", { name })}
                    onClick={() => onChange(vendors.filter((_, order) => order !== place))}
                  >
                    ×
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {vendors.length < MOST_VENDORS && (
        <Button
          look="link"
          className="mt-1 text-xs"
          onClick={() => {
            const { input = 0.4, output = 1.6 } = vendors.at(-1) ?? {};
            onChange([
              ...vendors,
              { name: newName(vendors), input, output, readMultiplier: 0.2, caches: true },
            ]);
          }}
        >
          {t("layers.addVendor")}
        </Button>
      )}
    </div>
  );
}
