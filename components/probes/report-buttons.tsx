"use client";
/** Keeps what a run has found as files, loads what another has found, and lets this browser follow it. */
import Link from "next/link";
import { useRef, useState } from "react";
import { EMULATOR, type Finding, listFindings } from "../../lib/probes/finding";
import type { ProbeRun } from "../../lib/probes/probe-run";
import { readProbeReport } from "../../lib/probes/read-report";
import { writeProbeJson, writeProbeReport } from "../../lib/probes/write-report";
import { type Said, tell } from "../../lib/words/message";
import { keepFindings } from "../findings/findings-storage";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { LoadedFindings } from "./loaded-findings";

const countSettled = (findings: readonly Finding[]): number =>
  findings.filter(({ verdict }) => verdict === "settled").length;

/** @param run null where none was begun: a report can be loaded all the same */
export function ReportButtons({ run }: { readonly run: ProbeRun | null }) {
  const words = useWords();
  const { t, say } = words;
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Said | null>(null);
  const [loaded, setLoaded] = useState<readonly Finding[] | null>(null);
  const findings = loaded ?? (run ? listFindings(run) : []);
  const settled = countSettled(findings);
  const [isUsed, setUsed] = useState(false);
  const isEmulated = settled > 0 && findings.some(({ endpoint }) => endpoint === EMULATOR);

  async function load(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const report = readProbeReport(await chosen.text());
    setUsed(false);
    setLoaded(report.ok ? report.findings : null);
    setTold(
      report.ok
        ? tell("probePage.loaded", { name: chosen.name, count: countSettled(report.findings) })
        : report.reason,
    );
  }

  return (
    <div className="flex flex-col gap-1.5 text-xs">
      <div className="flex flex-wrap gap-2">
        {run && (
          <>
            <Button onClick={() => saveFile("probes.md", writeProbeReport(run, words), "text/markdown")}>
              {t("probePage.reportMarkdown")}
            </Button>
            <Button onClick={() => saveFile("probes.json", writeProbeJson(run), "application/json")}>
              {t("probePage.reportJson")}
            </Button>
          </>
        )}
        <Button onClick={() => file.current?.click()}>{t("probePage.loadReport")}</Button>
        <input
          ref={file}
          type="file"
          accept=".md,.json,text/markdown,application/json"
          aria-label={t("probePage.loadReport")}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            void load(target.files?.[0]);
            // The same file may be chosen again.
            target.value = "";
          }}
        />
        {settled > 0 && (
          <Button
            look="main"
            onClick={() => {
              keepFindings(findings.filter(({ verdict }) => verdict === "settled"));
              setTold(tell("probePage.used", { count: settled }));
              setUsed(true);
            }}
          >
            {t("probePage.useFindings", { count: settled })}
          </Button>
        )}
      </div>
      {isEmulated && <p className="text-mute">{t("probePage.ofEmulator")}</p>}
      <p role="status">{told !== null && say(told)}</p>
      {loaded !== null && (
        <LoadedFindings
          findings={loaded}
          onRemove={(left) => {
            setUsed(false);
            setLoaded(loaded.filter((one) => one !== left));
            setTold(tell("probePage.leftOut", { title: tell(`probes.title_${left.probe}`) }));
          }}
        />
      )}
      {isUsed && (
        <Link href="/#tab=rules" className="w-fit text-accent underline">
          {t("probePage.seeInRules")}
        </Link>
      )}
    </div>
  );
}
