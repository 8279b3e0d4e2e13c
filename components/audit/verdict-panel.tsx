"use client";
/** What the audit has found, in one sentence, with its evidence and the files to keep. */
import { type AuditState, countedOf } from "../../lib/audit/audit-state";
import { judgeAudit } from "../../lib/audit/judge-audit";
import { SURENESS_WORDS } from "../../lib/audit/verdict";
import { writeJsonAudit, writeMarkdownAudit } from "../../lib/audit/write-audit-report";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";

export function VerdictPanel({ audit }: { readonly audit: AuditState }) {
  const { kind, sentence, sureness, evidence } = judgeAudit(countedOf(audit));
  return (
    <section aria-labelledby="verdict" className="rounded-lg border border-line bg-panel px-4 py-3.5">
      <h2 id="verdict" data-verdict={kind} className="text-lg leading-snug font-semibold tracking-tight">
        {sentence}
      </h2>
      <p className="mt-0.5 text-mute">{SURENESS_WORDS[sureness]}</p>
      <ul aria-label="Evidence" className="mt-2 list-disc space-y-1 pl-5">
        {evidence.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2 text-xs">
        <Button onClick={() => saveFile("audit.json", writeJsonAudit(audit), "application/json")}>
          Export JSON
        </Button>
        <Button onClick={() => saveFile("audit.md", writeMarkdownAudit(audit), "text/markdown")}>
          Export report
        </Button>
      </div>
    </section>
  );
}
