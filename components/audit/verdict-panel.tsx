"use client";
/** What the audit has found, in one sentence, with its evidence and the files to keep. */
import { type AuditState, countedOf } from "../../lib/audit/audit-state";
import { judgeAudit } from "../../lib/audit/judge-audit";
import { SURENESS_WORDS } from "../../lib/audit/verdict";
import { writeJsonAudit, writeMarkdownAudit } from "../../lib/audit/write-audit-report";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

export function VerdictPanel({ audit }: { readonly audit: AuditState }) {
  const words = useWords();
  const { t, say } = words;
  const { kind, sentence, sureness, evidence } = judgeAudit(countedOf(audit));
  return (
    <section aria-labelledby="verdict" className="rounded-lg border border-line bg-panel px-4 py-3.5">
      <h2 id="verdict" data-verdict={kind} className="text-lg leading-snug font-semibold tracking-tight">
        {say(sentence)}
      </h2>
      <p className="mt-0.5 text-mute">{say(SURENESS_WORDS[sureness])}</p>
      <ul aria-label={t("audit.evidence")} className="mt-2 list-disc space-y-1 pl-5">
        {evidence.map((each) => (
          <li key={each.key}>{say(each)}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2 text-xs">
        <Button onClick={() => saveFile("audit.json", writeJsonAudit(audit, words), "application/json")}>
          {t("audit.exportJson")}
        </Button>
        <Button onClick={() => saveFile("audit.md", writeMarkdownAudit(audit, words), "text/markdown")}>
          {t("audit.exportReport")}
        </Button>
      </div>
    </section>
  );
}
