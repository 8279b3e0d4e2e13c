/** `POST /api/v1/analyze`: the page's own analysis of one document, in the shape of the HTTP API. */

import type { MarkerStatus } from "../layout/layout";
import type { Diagnostic, Severity } from "../lint/diagnostic";
import { indexLines, type PlacedRange } from "../lint/line-index";
import type { Evidence } from "../offers/model";
import type { Readings } from "../offers/readings";
import { viewRequest } from "../pipeline/view-request";
import type { Dialect, TextEdit, TextRange } from "../prompt/prompt";
import type { MeasuredMedia, Precision } from "../tokens/measured";
import type { CounterFor } from "../tokens/token-counter";
import { type Said, tell } from "../words/message";
import { type AnalyzeRequest, checkAnalyzeRequest } from "./analyze-request";
import { type AnalyzedText, analyzeText } from "./analyze-text";
import type { Checked } from "./check-shape";
import { type PatchOperation, writeJsonPatch } from "./write-json-patch";

export interface AnalyzeResponse {
  readonly dialect: Dialect;
  readonly model: string | null;
  readonly system: string;
  readonly tokens: {
    readonly total: number;
    readonly tools: number;
    readonly tail: number;
    readonly exact: boolean;
    /** How sure the total is: its kind, its band and the reason. */
    readonly precision: Precision;
    /** Images and videos with the sizes and tokens they are counted with. */
    readonly media: readonly MeasuredMedia[];
    readonly segments: readonly {
      readonly pointer: string;
      readonly role: string;
      readonly tokens: number;
      readonly prefix: number;
      readonly blocks: number;
    }[];
  };
  readonly markers: readonly {
    readonly pointer: string;
    readonly prefix: number | null;
    readonly status: MarkerStatus;
    /** True where the count's band straddles the minimum. */
    readonly borderline: boolean;
    readonly reason?: Said;
  }[];
  readonly breakpoints: readonly { readonly pointer: string; readonly prefix: number }[];
  /** Of a rule that finds something in very many places the first; one more, with `more`, stands for the others. */
  readonly diagnostics: readonly AnalyzedDiagnostic[];
  /** Those that were asked for, where the documentation leaves it open; absent = none. */
  readonly readings?: Readings;
}

interface AnalyzedDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Said;
  readonly pointer: string;
  /** In the text sent; of a `body` in `JSON.stringify(body)`. */
  readonly range: PlacedRange;
  readonly evidence: Evidence;
  /** How many places it stands for that are not listed one by one. */
  readonly more?: number;
  readonly fix?: {
    readonly title: Said;
    /** Against that same text, in its order, none touching another. */
    readonly edits: readonly { readonly range: PlacedRange; readonly text: string }[];
    /** The same change of a `body` as a JSON Patch; absent where all of them would be much larger than the body. */
    readonly patch?: readonly PatchOperation[];
  };
}

export type AnalyzeResult = Checked<AnalyzeResponse>;

/**
 * Analyses `{ body | text, model?, region?, off?, calibrations?, mediaSizes?, readings? }`. A model in the document wins over
 * `model`; the region defaults to `intl` (Singapore). A request that cannot be read gives an error that says what is
 * wrong and where.
 */
export function analyzeBody(input: unknown, counterFor: CounterFor): AnalyzeResult {
  const checked = checkAnalyzeRequest(input);
  if (!checked.ok) return checked;
  const request = checked.value;
  return writeAnswer(request, analyzeText(request, counterFor), placeIn(request));
}

/** Leads from a pointer into the document to its place in the API request; no pointer leads into a text. */
export const placeIn =
  ({ from }: AnalyzeRequest) =>
  (pointer: string): string =>
    from === "body" ? `/body${pointer}` : "/text";

/**
 * The answer in JSON.
 * @param placeOf the place in what was sent of a pointer into the document
 */
export function writeAnswer(
  request: AnalyzeRequest,
  { diagnostics, ready, modelName }: AnalyzedText,
  placeOf: (pointer: string) => string,
): AnalyzeResult {
  if (!ready) {
    const [first] = diagnostics;
    return {
      ok: false,
      error: {
        code: (first?.rule ?? "request-shape").replaceAll("-", "_"),
        message: first?.message ?? tell("api.noMessages"),
        pointer: placeOf(first?.pointer ?? ""),
      },
    };
  }
  const view = viewRequest(ready);
  const placeRange = indexLines(request.text);
  const writePatch = createPatchWriter(request);
  return {
    ok: true,
    value: {
      dialect: view.dialect,
      model: modelName,
      system: view.system,
      tokens: {
        total: view.total,
        tools: view.toolTokens,
        tail: view.tail,
        exact: view.exact,
        precision: view.precision,
        media: view.media,
        segments: view.segments.map(({ pointer, role, tokens, prefix, blocks }) => ({
          pointer,
          role,
          tokens,
          prefix,
          blocks,
        })),
      },
      markers: view.markers.map(({ pointer, prefix, status, borderline, reason }) => ({
        pointer,
        prefix,
        status,
        borderline,
        ...(reason === null ? {} : { reason }),
      })),
      breakpoints: view.breakpoints,
      diagnostics: diagnostics.map((diagnostic) => writeDiagnostic(diagnostic, placeRange, writePatch)),
      ...(Object.keys(request.readings).length > 0 ? { readings: request.readings } : {}),
    },
  };
}

type WritePatch = (edits: readonly TextEdit[]) => readonly PatchOperation[] | null;

/** Units of JSON that the patches of one answer may hold: so many times the body, and some. */
const TIMES_PATCHED = 2;
const UNITS_PATCHED = 1_000_000;

/** Patches of a body, as long as they are not too much in sum; none of a text. */
function createPatchWriter({ text, from }: AnalyzeRequest): WritePatch {
  let room = TIMES_PATCHED * text.length + UNITS_PATCHED;
  return (edits) => {
    if (from !== "body" || room <= 0) return null;
    const patch = writeJsonPatch(text, edits);
    room -= patch ? JSON.stringify(patch).length : 0;
    return room < 0 ? null : patch;
  };
}

function writeDiagnostic(
  { rule, severity, message, pointer, range, evidence, fix, more }: Diagnostic,
  placeRange: (range: TextRange) => PlacedRange,
  writePatch: WritePatch,
): AnalyzedDiagnostic {
  const placed = { rule, severity, message, pointer, range: placeRange(range), evidence };
  const found = more === undefined ? placed : { ...placed, more };
  if (!fix) return found;
  const edits = fix.edits.map((edit) => ({ range: placeRange(edit.range), text: edit.text }));
  const patch = writePatch(fix.edits);
  return { ...found, fix: { title: fix.title, edits, ...(patch ? { patch } : {}) } };
}
