/** Diagnostics as a SARIF 2.1.0 log, the form in which code hosts and editors take findings. */

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (2023-08-28)
import type { TextEdit, TextRange } from "../prompt/prompt";
import type { Words } from "../words/create-words";
import type { Diagnostic, Severity } from "./diagnostic";
import { indexLines, type PlacedRange } from "./line-index";
import type { Rule } from "./rule";
import { RULES } from "./rules/all-rules";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** What a log says besides its findings. */
export interface SarifOptions {
  /** Relative URI of the file the text is of. */
  readonly uri: string;
  /** Where the pages of the rules are served, e.g. `http://localhost:3000`. */
  readonly origin: string;
  /** Version of the playground. */
  readonly version: string;
  /** The language of the log. */
  readonly words: Words;
}

type Level = "error" | "warning" | "note";

interface Message {
  readonly text: string;
}

interface ArtifactLocation {
  readonly uri: string;
}

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Message;
  readonly fullDescription: Message;
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: Pick<Rule, "evidence" | "source" | "asOf">;
}

interface SarifFix {
  readonly description: Message;
  readonly artifactChanges: readonly {
    readonly artifactLocation: ArtifactLocation;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent?: Message;
    }[];
  }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region: SarifRegion };
  }[];
  readonly fixes?: readonly SarifFix[];
  readonly properties: { readonly pointer: string; readonly evidence: string };
}

export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly semanticVersion: string;
        readonly rules: readonly SarifRule[];
      };
    };
    readonly columnKind: "utf16CodeUnits";
    readonly newlineSequences: readonly string[];
    readonly results: readonly SarifResult[];
  }[];
}

const LEVELS: Readonly<Record<Severity, Level>> = { error: "error", warning: "warning", info: "note" };

const indexOfRule = new Map(RULES.map((rule, index) => [rule.id, index]));

/** SARIF reads `{0}` in a message as a place to fill, and a doubled brace as a brace (section 3.11.5). */
const writeMessage = (text: string): Message => ({ text: text.replace(/[{}]/g, "$&$&") });

const nameOf = (id: string): string => id.replace(/(?:^|-)(\w)/g, (_dash, letter) => letter.toUpperCase());

function writeRule(rule: Rule, origin: string, { say }: Words): SarifRule {
  const { id, title, summary, severity, evidence, source, asOf } = rule;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: say(title) },
    fullDescription: { text: say(summary) },
    helpUri: `${origin}/rules/${id}`,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { evidence, source, asOf },
  };
}

function writeRegion({ start, end }: PlacedRange): SarifRegion {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/**
 * One run with every rule and, in the order given, a result for each diagnostic.
 * @param text the file's content, which the ranges of the diagnostics refer to
 */
export function writeSarif(
  text: string,
  diagnostics: readonly Diagnostic[],
  { uri, origin, version, words }: SarifOptions,
): SarifLog {
  const placeRange = indexLines(text);
  const regionOf = (range: TextRange): SarifRegion => writeRegion(placeRange(range));
  const artifactLocation = { uri };
  const writeReplacement = ({ range, text: inserted }: TextEdit) => ({
    deletedRegion: regionOf(range),
    ...(inserted === "" ? {} : { insertedContent: { text: inserted } }),
  });
  const results = diagnostics.map((diagnostic): SarifResult => {
    const { rule, severity, message, range, fix, pointer, evidence } = diagnostic;
    return {
      ruleId: rule,
      ruleIndex: indexOfRule.get(rule) ?? -1,
      level: LEVELS[severity],
      message: writeMessage(words.say(message)),
      locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
      ...(fix && {
        fixes: [
          {
            description: writeMessage(words.say(fix.title)),
            artifactChanges: [{ artifactLocation, replacements: fix.edits.map(writeReplacement) }],
          },
        ],
      }),
      properties: { pointer, evidence },
    };
  });
  const rules = RULES.map((rule) => writeRule(rule, origin, words));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Prompt Cache Playground", semanticVersion: version, rules } },
        columnKind: "utf16CodeUnits",
        newlineSequences: ["\r\n", "\n", "\r"],
        results,
      },
    ],
  };
}
