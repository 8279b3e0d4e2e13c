/** Knows what a text is that is no JSON: in one place, every form that people copy requests and usage in. */
import { findUsage } from "../answers/find-usage";
import { type Said, tell } from "../words/message";
import { keepWhole } from "./keep-whole";
import { isCommandText, isLinkText, isPowerShellText } from "./know-text";
import { listNames } from "./list-names";
import { listFences, opensFence } from "./read-fences";
import { type ReadLiteral, readLiterals } from "./read-literal";
import { isLogText, readLog } from "./read-log";
import { readQuoted } from "./read-quoted";
import { readRepr } from "./read-repr";
import { isSdkText } from "./read-sdk-call";
import { isStreamText, readStreamUsage } from "./read-stream-usage";

export interface TextValue {
  readonly value: unknown;
  /** From 1; null for the one value of the text. */
  readonly line: number | null;
}

/** What a text was taken for. */
export type TextReading =
  | {
      readonly kind: "values";
      readonly values: readonly TextValue[];
      /** How it was read, one sentence each. */
      readonly notes: readonly Said[];
      /** What is missing of it, one sentence each; absent = nothing. */
      readonly lost?: readonly Said[];
    }
  /** Texts within it, each to be read by itself. */
  | {
      readonly kind: "inner";
      readonly texts: readonly { readonly text: string; readonly line: number | null }[];
      readonly note: Said;
    }
  /** It is known what it is, and that it cannot be read: one sentence. */
  | { readonly kind: "refused"; readonly reason: Said }
  | { readonly kind: "unknown" };

/** What begins a value or a name of a program, but nothing of JSON. */
const CODE_SIGN = /['`A-Za-z_$(#/]/;
const UNKNOWN: TextReading = { kind: "unknown" };
/** Names that are said of what is missing; more would fill the screen. */
const NAMED = 5;

const alone = (value: unknown, ...notes: readonly Said[]): TextReading => ({
  kind: "values",
  values: [{ value, line: null }],
  notes,
});

/** Line and column from 1 of an offset. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}

/** Of an object that a console has printed only in part. */
const isCutByConsole = ({ missing }: ReadLiteral): boolean =>
  missing.some((name) => name === "Object" || name === "Array");

function noteLiterals(literals: readonly ReadLiteral[]): readonly Said[] {
  const missing = literals.filter((each) => !isCutByConsole(each)).flatMap((literal) => literal.missing);
  const names = [...new Map(missing.map((name) => [JSON.stringify(name), name])).values()];
  return [
    tell("importing.tookLiteral"),
    ...(literals.some(({ hadExtra }) => hadExtra) ? [tell("importing.tookExtra")] : []),
    ...(names.length > 0
      ? [tell("importSources.programUnknown", { names: listNames(names.slice(0, NAMED)) })]
      : []),
  ];
}

function giveLiterals(literals: readonly ReadLiteral[], isWanted: (value: unknown) => boolean): TextReading {
  const wanted = literals.filter(({ value }) => isWanted(value));
  if (wanted.length === 0) return UNKNOWN;
  return {
    kind: "values",
    values: wanted.map(({ value }) => ({ value, line: null })),
    notes: noteLiterals(wanted),
    lost: wanted.some(isCutByConsole) ? [tell("importing.consoleCut")] : [],
  };
}

/** What is whole of a value that was cut off; where nothing is, only that. */
function takeCutLiteral(text: string, isWanted: (value: unknown) => boolean): TextReading {
  const cut = keepWhole(text, true);
  if (!cut) return UNKNOWN;
  const { line, column, whole } = cut;
  const reading = whole === null ? null : readLiterals(whole, isWanted);
  const given = reading?.kind === "read" ? giveLiterals(reading.literals, isWanted) : UNKNOWN;
  if (given.kind !== "values")
    return { kind: "refused", reason: tell("importing.cutNothing", { line, column }) };
  return { ...given, lost: [tell("importing.cutOff", { line, column }), ...(given.lost ?? [])] };
}

/**
 * A value as Python or JavaScript writes it.
 * @param jsonError offset at which the text ceases to be JSON; null where it was never tried
 */
function takeLiteral(
  text: string,
  isWanted: (value: unknown) => boolean,
  jsonError: number | null,
): TextReading {
  const reading = readLiterals(text, isWanted);
  if (reading.kind === "none") return UNKNOWN;
  if (reading.kind === "read") return giveLiterals(reading.literals, isWanted);
  // Where JSON breaks at a sign that is of JSON, it was meant to be JSON.
  const isJson = jsonError !== null && (reading.at <= jsonError || !CODE_SIGN.test(text[jsonError] ?? ""));
  if (isLogText(text) || isJson) return UNKNOWN;
  if (reading.at >= text.trimEnd().length) return takeCutLiteral(text, isWanted);
  return { kind: "refused", reason: tell("importing.literalWrong", placeOf(text, reading.at)) };
}

/** Of what consoles print without commas only a usage is taken: a request needs its exact text. */
function takeRepr(text: string): TextReading {
  const printed = readRepr(text);
  return printed.ok && findUsage(printed.value) !== null ? alone(printed.value) : UNKNOWN;
}

/** What stands in the lines of a log. */
export function takeLog(text: string, isWanted: (value: unknown) => boolean): TextReading {
  const values = readLog(text, isWanted);
  if (values.length > 0)
    return {
      kind: "values",
      values,
      notes: [tell(isLogText(text) ? "importing.tookLog" : "importing.tookWithin", { count: values.length })],
    };
  return isLogText(text) ? { kind: "refused", reason: tell("importing.logNothing") } : UNKNOWN;
}

function takeStream(text: string): TextReading {
  const billed = readStreamUsage(text);
  return billed ? alone(billed) : { kind: "refused", reason: tell("importing.streamNoUsage") };
}

function takeFences(text: string): TextReading {
  const fences = listFences(text);
  return fences.length === 0
    ? UNKNOWN
    : { kind: "inner", texts: fences, note: tell("importing.tookFences", { count: fences.length }) };
}

function takeQuoted(text: string): TextReading {
  const inner = readQuoted(text);
  return inner === null
    ? UNKNOWN
    : { kind: "inner", texts: [{ text: inner, line: null }], note: tell("importing.tookQuoted") };
}

/** Whether a line alone tells that the text around it is one command or document, whatever its other lines hold. */
export const opensText = (line: string): boolean =>
  isCommandText(line) || isPowerShellText(line) || opensFence(line) || isSdkText(line);

/**
 * What a text may be that holds requests as commands, programs and documents do, which may have lines of JSON within them.
 * Of several the first that gives something is it: a program may have a fenced block in one of its texts.
 */
export function takeDocument(text: string): readonly TextReading[] {
  const fenced = /^[ \t>]*(?:`{3}|~{3})/m.test(text) ? [takeFences(text)] : [];
  if (isCommandText(text) || isPowerShellText(text) || isLinkText(text) || isSdkText(text))
    return [...fenced, alone(text)];
  if (isStreamText(text)) return [...fenced, takeStream(text)];
  return text.includes("\0") ? [{ kind: "refused", reason: tell("importing.notUtf8") }] : fenced;
}

/** Any other text: a value that is quoted, as Python or JavaScript writes it, or printed. */
export function takeProse(
  text: string,
  isWanted: (value: unknown) => boolean,
  jsonError: number | null = null,
): TextReading {
  let refused: TextReading = UNKNOWN;
  for (const take of [
    () => takeQuoted(text),
    () => takeLiteral(text, isWanted, jsonError),
    () => takeRepr(text),
  ]) {
    const reading = take();
    if (reading.kind === "values" || reading.kind === "inner") return reading;
    if (refused.kind === "unknown") refused = reading;
  }
  return refused;
}
