/** A HAR file, as browsers and proxies save what they have sent: only requests to models are taken out of it. */

import type { Region } from "../../offers/model";
import { regionName } from "../../offers/regions";
import { formatNumber } from "../../values/figures";
import { isObject } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import { createDropList } from "../drop-list";
import { endpointOfUrl } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { placeWithin } from "../name-place";
import { createKeyNotes } from "../note-keys";
import { readHarEntry } from "../read-har-entry";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";

const entriesOf = (record: unknown): readonly unknown[] | null => {
  const log = isObject(record) ? record.log : null;
  return isObject(log) && Array.isArray(log.entries) ? log.entries : null;
};

const entriesNamed = (number: number): string =>
  number === 1
    ? "One other entry was passed over."
    : `${formatNumber(number)} other entries were passed over.`;

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const redacted: string[] = [];
  const lost = new Set<string>();
  const regions = new Set<Region>();
  const drops = createDropList();
  const keys = createKeyNotes();
  const budget = createRequestBudget();
  let others = 0;
  let isModelStudio = true;

  function takeEntry(value: unknown, place: string): void {
    const entry = readHarEntry(value, place);
    if (entry.kind === "other") others++;
    else if (entry.kind === "unusable") drops.add(`${place} ${entry.reason}: left out.`);
    else if (budget.admits(entry.exchange.body, place)) {
      exchanges.push(entry.exchange);
      redacted.push(...entry.secrets);
      keys.note(entry.key, place);
      for (const sentence of entry.lost) lost.add(sentence);
      const endpoint = endpointOfUrl(entry.url);
      isModelStudio &&= endpoint !== null;
      if (endpoint?.region) regions.add(endpoint.region);
    }
  }

  return {
    take(record, place) {
      const entries = entriesOf(record);
      if (!entries) drops.add(`${place} has no log with entries: left out.`);
      else
        for (const [index, entry] of entries.entries())
          takeEntry(entry, placeWithin(place, "Entry", index + 1));
    },
    end(): SourceReading {
      const [region] = regions;
      for (const sentence of lost) drops.add(sentence);
      const { length } = exchanges;
      const what = length === 1 ? "one request" : `${formatNumber(length)} requests`;
      return {
        title: `A HAR file with ${what}${isModelStudio ? " to Model Studio" : ""}.`,
        exchanges,
        understood: [
          ...(others > 0 ? [entriesNamed(others)] : []),
          ...keys.sentences(),
          ...(regions.size > 1 ? ["The requests went to several regions."] : []),
          ...(region ? [`Prices are those of ${ENGLISH.say(regionName(region))}.`] : []),
        ],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted,
        ...(region ? { region } : {}),
      };
    },
  };
}

export const har: Source = { kind: "har", recognises: (record) => entriesOf(record) !== null, open };
