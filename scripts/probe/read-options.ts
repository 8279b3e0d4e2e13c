/** Reads the command line of the probes; what is wrong is told in a sentence. */
import { parseArgs } from "node:util";
import type { Region } from "../../lib/offers/model";
import { isReading, isSwitch, type Readings, restoreReadings, SWITCHES } from "../../lib/offers/readings";
import { isRegion } from "../../lib/offers/regions";
import { isProbeId } from "../../lib/probes/list-probes";
import { PROBE_IDS, type ProbeId, type SecondKind } from "../../lib/probes/probe";
import { isLanguage, type Language } from "../../lib/words/languages";
import { KEY, SECOND_KEY } from "./help";

/** Thrown with a sentence for whoever typed the command. */
export class WrongUse extends Error {}

export interface Options {
  readonly help: boolean;
  /** A host's id, or `emulator`; empty where a run is resumed. */
  readonly endpoint: string;
  readonly model: string;
  readonly workspace: string;
  readonly region: Region;
  /** Null = all that fit. */
  readonly only: readonly ProbeId[] | null;
  readonly cheap: boolean;
  readonly readings: Readings;
  readonly second: {
    readonly kind: SecondKind;
    readonly endpoint: string;
    readonly workspace: string;
  } | null;
  /** Null = the estimate. */
  readonly ceiling: number | null;
  readonly out: string;
  readonly resume: string | null;
  readonly server: string;
  readonly language: Language;
  readonly yes: boolean;
  /** Names of environment variables. */
  readonly keyVariable: string;
  readonly secondKeyVariable: string;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const OPTIONS = {
  help: flag,
  cheap: flag,
  yes: flag,
  endpoint: text,
  model: text,
  workspace: text,
  region: text,
  only: text,
  reading: { type: "string", multiple: true },
  "second-kind": text,
  "second-endpoint": text,
  "second-workspace": text,
  ceiling: text,
  out: text,
  resume: text,
  server: text,
  language: text,
  key: text,
  "second-key": text,
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values;
  } catch {
    // What was typed may hold a key, so no more than an option's name is repeated.
    const names = argv.filter((one) => one.startsWith("--")).map((one) => one.slice(2).split("=")[0] ?? "");
    const unknown = names.find((name) => !Object.hasOwn(OPTIONS, name));
    throw new WrongUse(
      unknown === undefined
        ? "An option lacks its value, or something stands there that is no option."
        : `There is no option --${unknown.slice(0, 30)}.`,
    );
  }
}

/** A key that was typed in place of its variable's name must not be used, nor repeated. */
function readVariable(name: string, option: string): string {
  if (/^[A-Z_][A-Z0-9_]*$/.test(name)) return name;
  throw new WrongUse(`--${option} takes the name of an environment variable in capitals, never a key.`);
}

function readOnly(list: string | undefined): readonly ProbeId[] | null {
  if (list === undefined) return null;
  const ids = list.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !isProbeId(id));
  if (unknown !== undefined) {
    throw new WrongUse(`There is no probe "${unknown.slice(0, 40)}": ${PROBE_IDS.join(", ")}.`);
  }
  return PROBE_IDS.filter((id) => ids.includes(id));
}

function readReadings(pairs: readonly string[]): Readings {
  const chosen = pairs.map((pair) => pair.split("="));
  for (const [id = "", reading = ""] of chosen) {
    if (!isSwitch(id)) throw new WrongUse(`--reading knows no switch "${id.slice(0, 40)}".`);
    if (!isReading(id, reading)) {
      throw new WrongUse(`--reading ${id} is one of ${SWITCHES[id].readings.join(", ")}.`);
    }
  }
  return restoreReadings(Object.fromEntries(chosen));
}

const SECONDS: readonly SecondKind[] = ["key", "workspace", "region"];

function readSecond(given: ReturnType<typeof parse>): Options["second"] {
  const kind = SECONDS.find((one) => one === given["second-kind"]);
  const [endpoint = "", workspace = ""] = [given["second-endpoint"], given["second-workspace"]];
  if (given["second-kind"] !== undefined && !kind) {
    throw new WrongUse(`--second-kind is one of ${SECONDS.join(", ")}.`);
  }
  if (kind) return { kind, endpoint, workspace };
  if (endpoint || workspace) throw new WrongUse("What is second is named by --second-kind.");
  return null;
}

function readCeiling(written: string | undefined): number | null {
  if (written === undefined) return null;
  const ceiling = Number(written);
  if (written.trim() !== "" && Number.isFinite(ceiling) && ceiling >= 0) return ceiling;
  throw new WrongUse("--ceiling is an amount of money, e.g. 2.5.");
}

function readServer(written = "http://127.0.0.1:3000"): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.origin;
  throw new WrongUse("--server is the address of a playground, e.g. http://127.0.0.1:3000.");
}

/** @throws WrongUse */
export function readOptions(argv: readonly string[]): Options {
  const given = parse(argv);
  const { endpoint = "", model = "", resume = null, region = "intl", language = "en" } = given;
  const help = given.help === true;
  if (!help && resume === null && (endpoint === "" || model === "")) {
    throw new WrongUse("--endpoint and --model say whom to ask.");
  }
  if (!isRegion(region)) throw new WrongUse(`There is no region "${region.slice(0, 20)}".`);
  if (!isLanguage(language)) throw new WrongUse("--language is en or zh.");
  const readings = readReadings(given.reading ?? []);
  if (Object.keys(readings).length > 0 && endpoint !== "emulator") {
    throw new WrongUse("--reading is for the emulator: a service plays what it plays.");
  }
  return {
    help,
    endpoint,
    model,
    workspace: given.workspace ?? "",
    region,
    only: readOnly(given.only),
    cheap: given.cheap === true,
    readings,
    second: readSecond(given),
    ceiling: readCeiling(given.ceiling),
    out: given.out ?? ".",
    resume,
    server: readServer(given.server),
    language,
    yes: given.yes === true,
    keyVariable: readVariable(given.key ?? KEY, "key"),
    secondKeyVariable: readVariable(given["second-key"] ?? SECOND_KEY, "second-key"),
  };
}
