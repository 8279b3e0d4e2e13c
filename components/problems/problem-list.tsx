"use client";
/** The problems of the document, worst first. */
import type { Severity } from "../../lib/lint/diagnostic";
import { useActions, usePlayground } from "../playground-context";
import { ProblemCard } from "./problem-card";

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
};

export function ProblemList() {
  const diagnostics = usePlayground((state) => state.diagnostics);
  const text = usePlayground((state) => state.lintedText) ?? "";
  const current = usePlayground((state) => state.lintedText === state.text);
  const status = usePlayground((state) => state.status);
  const actions = useActions();
  const sorted = diagnostics.toSorted((a, b) => order[a.severity] - order[b.severity]);

  if (status === "starting") return <p className="p-4 text-mute">Checking…</p>;
  if (sorted.length === 0) {
    return (
      <p className="p-4 text-mute">
        <span className="font-medium text-read-ink">No problems found.</span> The markers are where the
        service can use them.
      </p>
    );
  }
  return (
    <ul aria-label="Problems" className="min-h-0 flex-1 overflow-y-auto">
      {sorted.map((diagnostic) => (
        <ProblemCard
          key={`${diagnostic.rule}${diagnostic.pointer}${diagnostic.range.start}`}
          diagnostic={diagnostic}
          line={lineAt(text, diagnostic.range.start)}
          onOpen={() => actions.reveal(diagnostic.range)}
          onFix={() => {
            if (current && diagnostic.fix)
              actions.applyEdits(diagnostic.fix.edits, `Fixed: ${diagnostic.fix.title}.`);
          }}
        />
      ))}
    </ul>
  );
}
