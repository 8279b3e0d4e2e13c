/** Makes the outcome of an import out of what its source has read: redacted, in order of time, with its title. */
import type { Alias } from "../redact/redaction";
import { fail } from "../values/failure";
import { type Said, tell } from "../words/message";
import { cleanExchanges } from "./clean-exchanges";
import { countNames } from "./count-names";
import { shortenDrops } from "./drop-list";
import type { Exchange } from "./exchange";
import type { Imported, ImportedUsage, ImportKind, ImportOutcome } from "./imported";
import { keepExchanges } from "./keep-exchanges";
import { makeLayout } from "./make-layout";
import type { TellEnd } from "./run-import";
import type { SourceReading } from "./source";
import { addTimes } from "./title-times";

export interface ReadImport {
  readonly kind: ImportKind;
  readonly reading: SourceReading;
  /** How its text was read before the source saw it, one sentence each. */
  readonly notes: readonly Said[];
  /** What was left out before the source saw it. */
  readonly dropped: readonly Said[];
  readonly alias: Alias;
  readonly onProgress: TellEnd;
}

const usageOf = ({ place, at, model, conversation, usage, isBatch, requests }: Exchange): ImportedUsage => ({
  place,
  at,
  model,
  conversation,
  usage,
  ...(isBatch ? { isBatch } : {}),
  ...(requests === undefined ? {} : { requests }),
});

/** A single request is not called a session. */
function kindOf(kind: ImportKind, exchanges: readonly Exchange[]): ImportKind {
  return kind === "requests" && exchanges.length === 1 ? "request" : kind;
}

async function finishLayout(
  imported: Omit<Imported, "layout">,
  read: NonNullable<SourceReading["layout"]>,
): Promise<ImportOutcome> {
  const share = await read();
  return share.ok ? { ok: true, imported: { ...imported, layout: share.value } } : share;
}

/** Refuses with one sentence where the source has found nothing. */
export async function finishImport({
  kind,
  reading,
  notes,
  dropped,
  alias,
  onProgress,
}: ReadImport): Promise<ImportOutcome> {
  const allDropped = [...dropped, ...shortenDrops(reading.dropped)];
  const { title } = reading;
  const understood = [...notes, ...reading.understood];
  if (reading.layout) {
    const imported = {
      kind,
      title: addTimes(title, []),
      understood,
      dropped: allDropped,
      usages: [],
      redacted: [],
    };
    return finishLayout(imported, reading.layout);
  }
  if (reading.exchanges.length === 0) {
    const [why] = allDropped;
    return fail(why ? tell("importing.nothingFoundWhy", { why }) : tell("importing.nothingFound"));
  }
  const kept = keepExchanges(reading.exchanges);
  const total = kept.exchanges.filter(({ body }) => body !== null).length;
  const seen: Imported = {
    kind: kindOf(kind, kept.exchanges),
    title: addTimes(
      title,
      kept.exchanges.map(({ at }) => at),
    ),
    layout: null,
    usages: kept.exchanges.filter(({ usage }) => usage !== null).map(usageOf),
    understood: [...understood, ...(kept.isReordered ? [tell("importing.reordered")] : [])],
    dropped: [...allDropped, ...kept.dropped],
    redacted: [],
  };
  if (total > 0) onProgress({ step: "seen", seen: { imported: seen, requests: total } });
  const { exchanges, removed } = cleanExchanges(kept.exchanges, alias, (done, removed) =>
    onProgress({ step: "clean", done, total, removed }),
  );
  const made = makeLayout(exchanges, reading.region);
  return {
    ok: true,
    imported: {
      ...seen,
      layout: made?.layout ?? null,
      understood: [...seen.understood, ...(made?.understood ?? [])],
      redacted: countNames([...reading.redacted, ...removed]),
    },
  };
}
