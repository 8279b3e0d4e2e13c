/** A HAR file, as browsers and proxies save what they have sent: only requests to models are taken out of it. */

import type { Region } from "../../offers/model";
import { regionName } from "../../offers/regions";
import { isObject } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Said, tell } from "../../words/message";
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

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const redacted: Said[] = [];
  /** By its JSON. */
  const lost = new Map<string, Said>();
  const regions = new Set<Region>();
  const drops = createDropList();
  const keys = createKeyNotes();
  const budget = createRequestBudget();
  let others = 0;
  let isModelStudio = true;

  function takeEntry(value: unknown, place: Said): void {
    const entry = readHarEntry(value, place);
    if (entry.kind === "other") others++;
    else if (entry.kind === "unusable")
      drops.add(tell("importing.placeReasonLeftOut", { place, reason: entry.reason }));
    else if (budget.admits(entry.exchange.body, place)) {
      exchanges.push(entry.exchange);
      append(redacted, entry.secrets);
      keys.note(entry.key, place);
      for (const sentence of entry.lost) lost.set(JSON.stringify(sentence), sentence);
      const endpoint = endpointOfUrl(entry.url);
      isModelStudio &&= endpoint !== null;
      if (endpoint?.region) regions.add(endpoint.region);
    }
  }

  return {
    take(record, place) {
      const entries = entriesOf(record);
      if (!entries) drops.add(tell("importSources.harNoLog", { place }));
      else
        for (const [index, entry] of entries.entries())
          takeEntry(entry, placeWithin(place, "entry", index + 1));
    },
    end(): SourceReading {
      const [region] = regions;
      for (const sentence of lost.values()) drops.add(sentence);
      const { length } = exchanges;
      return {
        title: tell(isModelStudio ? "importSources.harTitleModelStudio" : "importSources.harTitle", {
          count: length,
        }),
        exchanges,
        understood: [
          ...(others > 0 ? [tell("importSources.harOthers", { count: others })] : []),
          ...keys.sentences(),
          ...(regions.size > 1 ? [tell("importSources.severalRegions")] : []),
          ...(region ? [tell("importSources.pricesOf", { region: regionName(region) })] : []),
        ],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted,
        ...(region ? { region } : {}),
      };
    },
  };
}

export const har: Source = { kind: "har", recognises: (record) => entriesOf(record) !== null, open };
