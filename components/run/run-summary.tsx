"use client";
/** What to do with a run: calibrate counts with it, or keep it as a file. */
import { useState } from "react";
import { calibrateFromRun } from "../../lib/run/calibrate-from-run";
import type { RunState } from "../../lib/run/run-state";
import { writeJsonReport, writeMarkdownReport } from "../../lib/run/write-report";
import { type Said, tell } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";

export function RunSummary({ run }: { readonly run: RunState }) {
  const actions = useActions();
  const words = useWords();
  const { t } = words;
  const [message, setMessage] = useState<Said | null>(null);
  const calibration = calibrateFromRun(run);

  function calibrate(): void {
    if (!calibration) return;
    if (calibration.ok) actions.setCalibration(calibration.model, calibration.ratio);
    setMessage(
      calibration.ok
        ? tell("run.calibrated", { model: calibration.model, ratio: calibration.ratio.toFixed(4) })
        : calibration.reason,
    );
  }

  return (
    <div className="flex flex-wrap items-center gap-2 text-xs">
      {calibration && <Button onClick={calibrate}>{t("run.calibrate")}</Button>}
      <Button onClick={() => saveFile("live-run.json", writeJsonReport(run, words), "application/json")}>
        {t("run.exportJson")}
      </Button>
      <Button onClick={() => saveFile("live-run.md", writeMarkdownReport(run, words), "text/markdown")}>
        {t("run.exportReport")}
      </Button>
      <p role="status" className="text-mute">
        {message && <Sentence said={message} />}
      </p>
    </div>
  );
}
