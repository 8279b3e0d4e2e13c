/** Reads an import of any known format from its text as it comes; keeps no more of it than what opens. */
import type { Alias } from "../redact/redaction";
import { fail } from "../values/failure";
import { type Said, tell } from "../words/message";
import { createDropList } from "./drop-list";
import { finishImport } from "./finish-import";
import type { FoundRecords } from "./import-job";
import type { ImportOutcome } from "./imported";
import { KIND_NAMES } from "./kind-names";
import { isWhole, placeInFile, placeWithin } from "./name-place";
import { isRequestBody } from "./recognise-request";
import type { TellEnd } from "./run-import";
import type { RecordReader, Source } from "./source";
import { isOf, sourceOf } from "./sources";
import { createRecordSplitter, type RecordSink } from "./split-records";

/** Items of a list that are looked at to know what it is. */
const LOOKED_AT = 20;

/** A record in a list is one of its own, unless it is a message, or a usage that its neighbours explain. */
function isListOfRecords(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || isRequestBody(value)) return false;
  const kinds = value.slice(0, LOOKED_AT).map((item) => sourceOf(item)?.kind);
  return kinds.some((kind) => kind !== undefined && kind !== "usage") || !sourceOf(value);
}

export interface ImportReader {
  /** Begins the next file; what is pushed before the first call is a text without a name. */
  startFile(name: Said): void;
  /** Takes decoded text, cut anywhere. */
  push(text: string): void;
  /** What was found so far; null before anything is known. */
  found(): FoundRecords | null;
  /** Call once. Never rejects. */
  end(onProgress?: TellEnd): Promise<ImportOutcome>;
}

export interface ImportOptions {
  readonly alias: Alias;
  /** How many files come: where there are several, their names stand in the sentences. 1 where it is not given. */
  readonly files?: number;
}

/** Records of no known format before the first known one; its source names them in its own words. */
const MAX_UNKNOWN = 200;

interface Placed {
  readonly record: unknown;
  readonly place: Said;
}

/** Reads one import: a text, or one or more files of one format. Nothing it is given makes it throw. */
export function createImportReader({ alias, files = 1 }: ImportOptions): ImportReader {
  const drops = createDropList();
  /** How texts were read that are no JSON, by their JSON: several say the same. */
  const notes = new Map<string, Said>();
  let chosen: { readonly source: Source; readonly reader: RecordReader } | null = null;
  let unknown: Placed[] = [];
  let file: Said | null = null;
  let isFirst = true;
  let handed = 0;

  function hand(reader: RecordReader, { record, place }: Placed): void {
    handed += 1;
    try {
      reader.take(record, place);
    } catch {
      drops.add(tell("importing.notRead", { place }));
    }
  }

  function choose(placed: Placed): void {
    const source = sourceOf(placed.record);
    if (!source) {
      if (unknown.length < MAX_UNKNOWN) unknown.push(placed);
      else drops.add(tell("importing.unknownFormat", { place: placed.place }));
      return;
    }
    const reader = source.open({ alias });
    chosen = { source, reader };
    for (const each of unknown) hand(reader, each);
    unknown = [];
    hand(reader, placed);
  }

  function take(placed: Placed): void {
    if (!chosen) {
      choose(placed);
      return;
    }
    const { source, reader } = chosen;
    const other = isOf(source, placed.record) ? undefined : sourceOf(placed.record);
    if (!other || other === source) hand(reader, placed);
    else drops.add(tell("importing.otherKind", { place: placed.place, kind: KIND_NAMES[other.kind] }));
  }

  const sink: RecordSink = {
    value(value, line) {
      const place = placeInFile(file, line);
      if (!isListOfRecords(value)) take({ record: value, place });
      else
        for (const [index, record] of value.entries())
          take({ record, place: placeWithin(place, "item", index + 1) });
    },
    bad(reason, line) {
      const place = placeInFile(file, line);
      drops.add(
        isWhole(place)
          ? tell("importing.placeReason", { place, reason })
          : tell("importing.placeReasonLeftOut", { place, reason }),
      );
    },
    refuse: (sentence) =>
      drops.add(file === null ? sentence : tell("importing.placeSentence", { place: file, sentence })),
    note: (sentence) => notes.set(JSON.stringify(sentence), sentence),
  };
  let splitter = createRecordSplitter(sink);

  function explainNothing(dropped: readonly Said[]): Said {
    const [first] = unknown;
    if (first) return tell("importing.noFormat", { place: first.place });
    return dropped[0] ?? tell("importing.nothingYet");
  }

  return {
    startFile(name) {
      splitter.end();
      splitter = createRecordSplitter(sink);
      file = files > 1 || !isFirst ? name : null;
      isFirst = false;
    },
    push: (text) => splitter.push(text),
    found: () => chosen && { kind: chosen.source.kind, count: handed },
    async end(onProgress = () => undefined) {
      splitter.end();
      const dropped = drops.sentences();
      if (!chosen) return fail(explainNothing(dropped));
      const { source, reader } = chosen;
      try {
        return await finishImport({
          kind: source.kind,
          reading: reader.end(),
          notes: [...notes.values()],
          dropped,
          alias,
          onProgress,
        });
      } catch {
        return fail(tell("importing.looksLike", { kind: KIND_NAMES[source.kind] }));
      }
    },
  };
}
