/** Cuts a file that comes in pieces into its records: one JSON value, JSON Lines, or a text such as a command. */

import { describeJsonError } from "../prompt/json-error";
import { plainValue } from "../prompt/json-node";
import { type JsonSyntaxError, parseJson } from "../prompt/json-tree";
import { type Said, tell } from "../words/message";
import { createLineCutter } from "./cut-lines";
import { isOneBracket } from "./find-values";
import { createHeldText } from "./held-text";
import { keepWhole } from "./keep-whole";
import { placeInFile } from "./name-place";
import { closesAtEnd } from "./open-brackets";
import { pairValues } from "./pair-values";
import { NOT_JSON, parseValue } from "./parse-value";
import { sourceOf } from "./sources";
import { opensText, type TextReading, type TextValue, takeDocument, takeLog, takeProse } from "./take-text";

/** UTF-16 units of a single value, or of a single line, that are kept to be read. */
const MAX_VALUE_LENGTH = 120_000_000;
/** Up to here a broken value is read a second time, to say what is wrong or to forgive comments. */
const MAX_MENDED_LENGTH = 4_000_000;

/** UTF-16 units of a text with lines of JSON that are kept until it is known whether it is JSON Lines with a bad head. */
const MAX_UNDECIDED_LENGTH = 4_000_000;
/** Texts within texts, such as an escaped string in a fenced block. */
const DEEPEST = 4;

/** Lines that are looked at to know whether a text is JSON Lines. */
const LOOKED_AT = 1_000;

export interface RecordSink {
  /** `line` counts from 1; null for the one value of a file. A text is given as a string. */
  value(value: unknown, line: number | null): void;
  /** `reason` is said after the place, e.g. `is not JSON`. */
  bad(reason: Said, line: number | null): void;
  /** A whole sentence about the file. */
  refuse(sentence: Said): void;
  /** How a text was read that is no JSON, a whole sentence. */
  note?(sentence: Said): void;
}

export interface RecordSplitter {
  /** Takes decoded text, cut anywhere. */
  push(text: string): void;
  end(): void;
}

const isOpening = (line: string): boolean => /^[[{]/.test(line);
const CUT_LINE = tell("importing.cutLine");
const TOO_LONG = tell("importing.tooLong");

/**
 * `start`: nothing but blanks yet. `whole`: a value over several lines. `text`: not JSON so far. `lines`: JSON Lines.
 * `over`: too long to be kept.
 */
type Mode = "start" | "whole" | "text" | "lines" | "over";

/** Whether a value is something to import; what stands around it in a text is not. */
const isWanted = (value: unknown): boolean => typeof value !== "string" && sourceOf(value) !== undefined;

/** Hands over what a text was taken for; false where it is not known. */
function handOver(reading: TextReading, sink: RecordSink, depth: number, missed: Said[]): boolean {
  if (reading.kind === "unknown") return false;
  if (reading.kind === "refused") sink.refuse(reading.reason);
  else if (reading.kind === "inner") return handInner(reading, sink, depth, missed);
  else {
    for (const note of reading.notes) sink.note?.(note);
    for (const sentence of reading.lost ?? []) sink.refuse(sentence);
    handValues(reading.values, sink);
  }
  return true;
}

function handValues(values: readonly TextValue[], sink: RecordSink): void {
  const paired = pairValues(values);
  if (paired.length < values.length) sink.note?.(tell("importing.paired"));
  for (const { value, line } of paired) sink.value(value, paired.length === 1 ? null : line);
}

/** Reads each text by itself; what gives nothing is passed over. False where none does; `missed` has why. */
function handInner(
  { texts, note }: Extract<TextReading, { kind: "inner" }>,
  sink: RecordSink,
  depth: number,
  missed: Said[],
): boolean {
  if (depth >= DEEPEST) return false;
  const values: TextValue[] = [];
  const notes: Said[] = [note];
  const wrong: Said[] = [];
  for (const { text, line } of texts) {
    const inner = createRecordSplitter(
      {
        value: (value, within) => {
          const place = line === null ? within : line + (within ?? 1) - 1;
          if (sourceOf(value) !== undefined || Array.isArray(value)) values.push({ value, line: place });
        },
        bad: (reason) =>
          wrong.push(tell("importing.placeReason", { place: placeInFile(null, line), reason })),
        refuse: (sentence) =>
          wrong.push(line === null ? sentence : tell("importing.inBlock", { line, sentence })),
        note: (sentence) => notes.push(sentence),
      },
      MAX_VALUE_LENGTH,
      depth + 1,
    );
    inner.push(text);
    inner.end();
  }
  if (values.length === 0) {
    for (const each of wrong) missed.push(each);
    return false;
  }
  for (const each of wrong) sink.refuse(each);
  for (const each of notes) sink.note?.(each);
  handValues(values, sink);
  return true;
}

/** Never throws. What it tells the sink does not depend on where the pieces are cut. */
export function createRecordSplitter(
  sink: RecordSink,
  maxLength = MAX_VALUE_LENGTH,
  depth = 0,
): RecordSplitter {
  let mode: Mode = "start";
  /** Lines of a value or text that is not read yet, with their ends. */
  const held = createHeldText();
  let heldLength = 0;
  /** Why texts within the text gave nothing. */
  const missed: Said[] = [];
  /** Whether its lines belong together, whatever some of them are by themselves. */
  let isDocument = false;
  /** Whether one of its lines is a record. */
  let hasRecord = false;
  /** A line that is no JSON: cut off where it is the last one. */
  let broken: { readonly line: string; readonly number: number } | null = null;
  /** The first record of lines: the one value of the file where nothing follows it. */
  let first: { readonly value: unknown; readonly line: number } | null = null;

  function hold(line: string): void {
    heldLength += line.length + 1;
    if (heldLength > maxLength) {
      mode = "over";
      held.clear();
    } else held.add(line);
  }

  function takeRecord(line: string, number: number): void {
    const parsed = parseValue(line);
    flushFirst();
    flushBroken(NOT_JSON);
    if (parsed.ok) sink.value(parsed.value, number);
    else if (parsed.reason === NOT_JSON) broken = { line, number };
    else sink.bad(parsed.reason, number);
  }

  function flushBroken(reason: Said): void {
    if (broken) sink.bad(reason, broken.number);
    broken = null;
  }

  function flushFirst(): void {
    if (first) sink.value(first.value, first.line);
    first = null;
  }

  function begin(line: string, bare: string, number: number): void {
    if (isOpening(bare)) {
      const parsed = parseValue(bare);
      if (parsed.ok) {
        mode = "lines";
        first = { value: parsed.value, line: number };
        return;
      }
      // What is a value, but of no use, is said as such.
      mode = parsed.reason === NOT_JSON && closesAtEnd(bare) ? "text" : "whole";
    } else mode = /^\/[/*]/.test(bare) ? "whole" : "text";
    isDocument = opensText(bare);
    hold(line);
  }

  /** A long text with a record on a line of its own is JSON Lines with bad lines at its head. */
  function takeText(line: string, bare: string): void {
    isDocument ||= opensText(bare);
    hasRecord ||= isOpening(bare) && parseValue(bare).ok;
    hold(line);
    if (mode !== "text" || isDocument || !hasRecord || heldLength < MAX_UNDECIDED_LENGTH) return;
    mode = "lines";
    const text = held.text();
    held.clear();
    takeAllLines(text);
  }

  function takeLine(line: string | null, number: number): void {
    if (mode === "over") return;
    if (line === null) {
      flushFirst();
      if (mode === "lines") sink.bad(TOO_LONG, number);
      else mode = "over";
      return;
    }
    const bare = line.trim();
    if (mode === "whole" || bare === "") {
      if (mode !== "lines") hold(line);
    } else if (mode === "start") begin(line, bare, number);
    else if (mode === "text") takeText(line, bare);
    else takeRecord(bare, number);
  }

  function takeAllLines(text: string): void {
    for (const [index, line] of text.split("\n").entries())
      if (line.trim() !== "") takeRecord(line.trim(), index + 1);
  }

  const countRecords = (text: string): number =>
    text.split("\n").filter((line) => isOpening(line.trim()) && parseValue(line).ok).length;

  function takeLines(text: string): boolean {
    const lines = text.split("\n");
    const looked = lines.filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
    const good = looked.filter((line) => isOpening(line.trim()) && parseValue(line).ok).length;
    // A value that is broken in one place has single lines that are values, but only few.
    if (good * 2 <= looked.length) return false;
    takeAllLines(text);
    return true;
  }

  /** What is whole of a file that was cut off. */
  function takeCut(text: string): boolean {
    const cut = keepWhole(text);
    const parsed = cut?.whole == null ? null : parseValue(cut.whole);
    if (!cut || !parsed?.ok || !(isWanted(parsed.value) || Array.isArray(parsed.value))) return false;
    const { line, column } = cut;
    sink.refuse(tell("importing.cutOff", { line, column }));
    sink.value(parsed.value, null);
    return true;
  }

  function explainBroken(text: string, error: JsonSyntaxError | null): void {
    const cut = keepWhole(text);
    if (cut) sink.refuse(tell("importing.cutNothing", { line: cut.line, column: cut.column }));
    else if (error)
      sink.refuse(tell("importing.jsonWrong", { error: describeJsonError(text, error).message }));
    else sink.bad(NOT_JSON, null);
  }

  function takeWhole(text: string): void {
    const parsed = parseValue(text);
    if (parsed.ok) {
      sink.value(parsed.value, null);
      return;
    }
    if (parsed.reason !== NOT_JSON) {
      sink.bad(parsed.reason, null);
      return;
    }
    const tree = text.length > MAX_MENDED_LENGTH ? null : parseJson(text);
    if (tree?.root) sink.value(plainValue(tree.root), null);
    else if (!takeCut(text) && !takeLines(text)) {
      // A program, too, may begin with a comment.
      const isCommented = !isOpening(text.trim());
      if (isCommented && takeDocument(text).some((each) => handOver(each, sink, depth, missed))) return;
      const prose = takeProse(text, isWanted, tree?.error?.offset ?? null);
      const isRead = prose.kind === "values" || prose.kind === "inner";
      const reading = isRead || isOneBracket(text) ? prose : takeLog(text, isWanted);
      const known = reading.kind === "unknown" ? prose : reading;
      if (!handOver(known, sink, depth, missed)) explainBroken(text, tree?.error ?? null);
    }
  }

  function takeHeldText(text: string): void {
    if (takeDocument(text).some((reading) => handOver(reading, sink, depth, missed))) return;
    const prose = takeProse(text, isWanted);
    if ((prose.kind === "values" || prose.kind === "inner") && handOver(prose, sink, depth, missed)) return;
    const log = takeLog(text, isWanted);
    const found = log.kind === "values" ? log.values.length : 0;
    if (hasRecord && countRecords(text) >= found) takeAllLines(text);
    else if (handOver(log, sink, depth, missed) || handOver(prose, sink, depth, missed)) return;
    else if (isOpening(text.trim())) takeWhole(text);
    else if (missed[0]) sink.refuse(missed[0]);
    else sink.bad(tell("importing.nothingKnown"), null);
  }

  const cutter = createLineCutter(takeLine, maxLength);
  return {
    push: (text) => cutter.push(text),
    end() {
      cutter.end();
      if (first) sink.value(first.value, null);
      first = null;
      const text = held.text();
      held.clear();
      if (mode === "over") sink.bad(TOO_LONG, null);
      else if (mode === "whole") takeWhole(text);
      else if (mode === "text") takeHeldText(text);
      flushBroken(broken && keepWhole(broken.line) ? CUT_LINE : NOT_JSON);
    },
  };
}
