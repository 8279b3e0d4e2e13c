/** Cuts a file that comes in pieces into its records: one JSON value, JSON Lines, or a text such as a command. */

import { findUsage } from "../answers/find-usage";
import { describeJsonError } from "../prompt/json-error";
import { plainValue } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import { type Said, tell } from "../words/message";
import { createLineCutter } from "./cut-lines";
import { createHeldText } from "./held-text";
import { isCommandText, isLinkText } from "./know-text";
import { closesAtEnd } from "./open-brackets";
import { NOT_JSON, parseValue } from "./parse-value";
import { readRepr } from "./read-repr";
import { isSdkText } from "./read-sdk-call";
import { isStreamText, readStreamUsage } from "./read-stream-usage";

/** UTF-16 units of a single value, or of a single line, that are kept to be read. */
const MAX_VALUE_LENGTH = 120_000_000;
/** Up to here a broken value is read a second time, to say what is wrong or to forgive comments. */
const MAX_MENDED_LENGTH = 4_000_000;

/** Lines that are looked at to know whether a text is JSON Lines. */
const LOOKED_AT = 1_000;

export interface RecordSink {
  /** `line` counts from 1; null for the one value of a file. A text is given as a string. */
  value(value: unknown, line: number | null): void;
  /** `reason` is said after the place, e.g. `is not JSON`. */
  bad(reason: Said, line: number | null): void;
  /** A whole sentence about the file. */
  refuse(sentence: Said): void;
}

export interface RecordSplitter {
  /** Takes decoded text, cut anywhere. */
  push(text: string): void;
  end(): void;
}

const isOpening = (line: string): boolean => /^[[{]/.test(line);
const TOO_LONG = tell("importing.tooLong");

/**
 * `start`: nothing but blanks yet. `whole`: a value over several lines. `text`: not JSON so far. `lines`: JSON Lines.
 * `over`: too long to be kept.
 */
type Mode = "start" | "whole" | "text" | "lines" | "over";

/** Never throws. What it tells the sink does not depend on where the pieces are cut. */
export function createRecordSplitter(sink: RecordSink, maxLength = MAX_VALUE_LENGTH): RecordSplitter {
  let mode: Mode = "start";
  /** Lines of a value or text that is not read yet, with their ends. */
  const held = createHeldText();
  let heldLength = 0;
  let isCommand = false;
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
    if (!parsed.ok) {
      sink.bad(parsed.reason, number);
      return;
    }
    sink.value(parsed.value, number);
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
      mode = closesAtEnd(bare) ? "text" : "whole";
    } else mode = /^\/[/*]/.test(bare) ? "whole" : "text";
    isCommand = isCommandText(bare);
    hold(line);
  }

  /** A text turns out to be JSON Lines with bad lines at its head where one of its lines is a record. */
  function takeText(line: string, bare: string, number: number): void {
    isCommand ||= isCommandText(bare);
    if (isCommand || !isOpening(bare) || !parseValue(bare).ok) {
      hold(line);
      return;
    }
    const before = held.text().split("\n").slice(0, -1);
    mode = "lines";
    held.clear();
    for (const [index, each] of before.entries()) if (each.trim() !== "") sink.bad(NOT_JSON, index + 1);
    takeRecord(bare, number);
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
    else if (mode === "text") takeText(line, bare, number);
    else takeRecord(bare, number);
  }

  function takeLines(text: string): boolean {
    const lines = text.split("\n");
    const looked = lines.filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
    const good = looked.filter((line) => isOpening(line.trim()) && parseValue(line).ok).length;
    // A value that is broken in one place has single lines that are values, but only few.
    if (good * 2 <= looked.length) return false;
    for (const [index, line] of lines.entries()) if (line.trim() !== "") takeRecord(line, index + 1);
    return true;
  }

  /** Of what consoles print only a usage is taken: a request needs its exact text. */
  function takeRepr(text: string): boolean {
    const printed = readRepr(text);
    const isUsage = printed.ok && findUsage(printed.value) !== null;
    if (isUsage) sink.value(printed.value, null);
    return isUsage;
  }

  function takeWhole(text: string): void {
    const parsed = parseValue(text);
    if (parsed.ok) {
      sink.value(parsed.value, null);
      return;
    }
    if (takeRepr(text)) return;
    const tree = text.length > MAX_MENDED_LENGTH ? null : parseJson(text);
    if (tree?.root) sink.value(plainValue(tree.root), null);
    else if (parsed.reason !== NOT_JSON) sink.bad(parsed.reason, null);
    else if (!takeLines(text)) {
      if (tree?.error)
        sink.refuse(tell("importing.jsonWrong", { error: describeJsonError(text, tree.error).message }));
      else sink.bad(parsed.reason, null);
    }
  }

  function takeHeldText(text: string): void {
    if (isCommand || isLinkText(text) || isSdkText(text)) sink.value(text, null);
    else if (isStreamText(text)) {
      const billed = readStreamUsage(text);
      if (billed) sink.value(billed, null);
      else sink.refuse(tell("importing.streamNoUsage"));
    } else if (text.includes("\0")) sink.refuse(tell("importing.notUtf8"));
    else if (isOpening(text.trim())) takeWhole(text);
    else if (!takeRepr(text)) sink.bad(tell("importing.nothingKnown"), null);
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
    },
  };
}
