/** A format that sessions are recorded in: how it is recognised, and how its records become exchanges. */
import type { Region } from "../offers/model";
import type { Alias } from "../redact/redaction";
import type { DecodedShare } from "../share/codec";
import type { Said } from "../words/message";
import type { Exchange } from "./exchange";
import type { ImportKind } from "./imported";

interface SourceContext {
  /** Tells redacted ids apart without telling them. */
  readonly alias: Alias;
}

/** What a source made of its records. */
export interface SourceReading {
  /** What it is, without the times and a full stop, e.g. `A Claude Code session transcript with 34 requests`. */
  readonly title: Said;
  readonly exchanges: readonly Exchange[];
  /** One sentence each. */
  readonly understood: readonly Said[];
  /** One sentence each, with the place of what was left out. */
  readonly dropped: readonly Said[];
  /** Names of what was taken out, one item each time, e.g. `an API key`. */
  readonly redacted: readonly Said[];
  /** Where the requests went, as far as their address tells. */
  readonly region?: Region;
  /** Of a layout alone, which has no exchanges: reads it. */
  readonly layout?: () => Promise<DecodedShare>;
}

export interface RecordReader {
  /**
   * Takes the next record as JSON.parse gave it. Never throws: what cannot be read is named in `dropped`. Keeps nothing of
   * a record but what the reading needs.
   */
  take(record: unknown, place: Said): void;
  end(): SourceReading;
}

/** A record is one line of JSON Lines, or the one value of a JSON file. */
export interface Source {
  readonly kind: ImportKind;
  /** Whether a record can only be of this format; cheap, and never throws. */
  recognises(record: unknown): boolean;
  open(context: SourceContext): RecordReader;
}
