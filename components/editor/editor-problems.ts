/** Diagnostics → Monaco's squiggles and quick fixes. */
import type * as Monaco from "monaco-editor/editor";
import type { Diagnostic, Severity } from "../../lib/lint/diagnostic";
import type { TextEdit, TextRange } from "../../lib/prompt/prompt";
import type { Words } from "../../lib/words/create-words";

/** Monaco's own numbers, so that this file needs no Monaco at run time. */
const severities = { error: 8, warning: 4, info: 2 } satisfies Record<Severity, Monaco.MarkerSeverity>;

export function toRange(model: Monaco.editor.ITextModel, { start, end }: TextRange): Monaco.IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(Math.max(end, start + 1));
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

export const toMonacoMarker = (
  model: Monaco.editor.ITextModel,
  diagnostic: Diagnostic,
  say: Words["say"],
): Monaco.editor.IMarkerData => ({
  ...toRange(model, diagnostic.range),
  severity: severities[diagnostic.severity],
  message: say(diagnostic.message),
  source: diagnostic.evidence,
  code: diagnostic.rule,
});

export const toMonacoEdit = (
  model: Monaco.editor.ITextModel,
  edit: TextEdit,
): Monaco.editor.IIdentifiedSingleEditOperation => {
  const from = model.getPositionAt(edit.range.start);
  const to = model.getPositionAt(edit.range.end);
  return {
    range: {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    },
    text: edit.text,
  };
};

/** Code actions for the diagnostics that touch `range`. */
export function listQuickFixes(
  model: Monaco.editor.ITextModel,
  range: Monaco.IRange,
  diagnostics: readonly Diagnostic[],
  say: Words["say"],
): Monaco.languages.CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const { fix } = diagnostic;
    if (!fix) return [];
    const place = toRange(model, diagnostic.range);
    const touches =
      place.startLineNumber <= range.endLineNumber && place.endLineNumber >= range.startLineNumber;
    if (!touches) return [];
    return [
      {
        title: say(fix.title),
        kind: "quickfix",
        diagnostics: [toMonacoMarker(model, diagnostic, say)],
        edit: {
          edits: fix.edits.map((edit) => {
            const { range: at, text } = toMonacoEdit(model, edit);
            return {
              resource: model.uri,
              versionId: model.getVersionId(),
              textEdit: { range: at, text: text ?? "" },
            };
          }),
        },
      },
    ];
  });
}
