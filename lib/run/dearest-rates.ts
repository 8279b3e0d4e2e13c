/** The dearest rates that a request can be billed at, where neither its exact size nor what its cache does is known yet. */
import { type Band, type LineKind, rateOf, type Tariff } from "../offers/offer";

/** Per million tokens; null = a rate that may be needed is not known. */
export interface DearestRates {
  readonly input: number | null;
  /** Of an answer without thoughts before it, and with them. */
  readonly output: number | null;
  readonly outputThinking: number | null;
}

const UNKNOWN: DearestRates = { input: null, output: null, outputThinking: null };

const dearest = (rates: readonly (number | null)[]): number | null =>
  rates.reduce((most, rate) => (most === null || rate === null ? null : Math.max(most, rate)), 0);

/** The bands that requests of these sizes may fall into. */
function bandsOf({ bands }: Tariff, low: number, high: number): readonly Band[] | null {
  const holds = ({ upTo }: Band, tokens: number): boolean => upTo === null || tokens <= upTo;
  const [first, last] = [low, high].map((tokens) => bands.findIndex((band) => holds(band, tokens)));
  return first === undefined || last === undefined || last < 0 ? null : bands.slice(first, last + 1);
}

/**
 * @param size fewest and most tokens of its prompt
 * @param writes whether any of it may be written to a cache that charges for writing
 */
export function findDearestRates(
  tariff: Tariff,
  { low, high }: { readonly low: number; readonly high: number },
  writes: boolean,
): DearestRates {
  const bands = bandsOf(tariff, Math.min(low, high), high);
  if (!bands) return UNKNOWN;
  const kinds = (isKind: (kind: LineKind) => boolean): (number | null)[] =>
    bands.flatMap((band) =>
      (Object.keys(band.rates) as LineKind[]).filter(isKind).map((kind) => rateOf(band, kind)),
    );
  // A life of entries that the price table has no price for is not offered.
  const written = writes ? kinds((kind) => kind.startsWith("write:")).filter((rate) => rate !== null) : [];
  const output = kinds((kind) => kind === "output");
  return {
    input: dearest([...bands.map((band) => rateOf(band, "input")), ...written]),
    output: dearest(output),
    outputThinking: dearest([...output, ...kinds((kind) => kind === "output:thinking")]),
  };
}
