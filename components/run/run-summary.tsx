"use client";
/** What to do with a run: calibrate counts with it, or keep it as a file. */
import { useState } from "react";
import { calibrateFromRun } from "../../lib/run/calibrate-from-run";
import type { RunState } from "../../lib/run/run-state";
import { writeJsonReport, writeMarkdownReport } from "../../lib/run/write-report";
import type { Said } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";

export function RunSummary({ run }: { readonly run: RunState }) {
  const actions = useActions();
  const [message, setMessage] = useState<Said | null>(null);
  const calibration = calibrateFromRun(run);

  function calibrate(): void {
    if (!calibration) return;
    if (calibration.ok) actions.setCalibration(calibration.model, calibration.ratio);
    setMessage(
      calibration.ok
        ? `Counts of ${calibration.model} are now scaled by ${calibration.ratio.toFixed(4)}.`
        : calibration.reason,
    );
  }

  return (
    <div className="flex flex-wrap items-center gap-2 text-xs">
      {calibration && <Button onClick={calibrate}>Calibrate token counts from this run</Button>}
      <Button onClick={() => saveFile("live-run.json", writeJsonReport(run), "application/json")}>
        Export JSON
      </Button>
      <Button onClick={() => saveFile("live-run.md", writeMarkdownReport(run), "text/markdown")}>
        Export report
      </Button>
      <p role="status" className="text-mute">
        {message && <Sentence said={message} />}
      </p>
    </div>
  );
}
