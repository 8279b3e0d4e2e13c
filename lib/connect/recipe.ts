/** A recipe: how one tool is pointed at Model Studio, what it marks there, and what is known to go wrong. */
import type { Endpoint } from "../offers/endpoint";
import type { Generation } from "../offers/model";
import type { PlacementEvidence } from "../placement/known-placements";
import type { Message, Said } from "../words/message";

export type ConnectDialect = Endpoint["dialect"];

/** Which way its requests go: to the service, to this server's emulator, or through this server's recorder. */
export type ConnectRoute = "direct" | "emulator" | "record";

/** What a recipe is written for. */
export interface Connection {
  /** Without the request's path, e.g. `https://dashscope-intl.aliyuncs.com/apps/anthropic`. */
  readonly baseUrl: (dialect: ConnectDialect) => string;
  readonly model: string;
  /** Name of the environment variable that holds the key. */
  readonly keyName: string;
  /** Null where the model is not known. */
  readonly generation: Generation | null;
}

export interface ConnectFile {
  /** Where it belongs, e.g. `~/.claude/settings.json`; `terminal` = lines to run. */
  readonly path: Said;
  readonly content: string;
}

/** A marker as the tool sends it. */
export interface SentMarker {
  /** In words, e.g. `last block of the newest message`. */
  readonly place: Said;
  /** Markers of one segment fold into its last one where breakpoints stand at messages. */
  readonly segment: "tools" | "system" | `message ${number}`;
}

interface SentMarkers {
  readonly markers: readonly SentMarker[];
  /** True where a header asks for the session cache, whose breakpoints are the service's own; absent = not. */
  readonly asksForSession?: true;
  /** What else decides it, one sentence; null where nothing does. */
  readonly note: Message | null;
  readonly evidence: PlacementEvidence;
  readonly source: string;
  readonly asOf: string;
}

/** Something known to cost reads. */
interface Trap {
  readonly title: Message;
  /** What happens and the mend. */
  readonly text: Message;
  readonly evidence: PlacementEvidence;
  readonly source: string;
  readonly asOf: string;
}

export interface ConnectTool {
  readonly id: string;
  readonly name: string;
  readonly dialect: ConnectDialect;
  /** Where the fields of its settings are told. */
  readonly source: string;
  readonly asOf: string;
  /** How sure the fields of its settings are. */
  readonly evidence: PlacementEvidence;
  write(connection: Connection): readonly ConnectFile[];
  sends(connection: Connection): SentMarkers;
  readonly traps: readonly Trap[];
}
