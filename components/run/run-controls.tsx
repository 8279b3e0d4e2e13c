"use client";
/** Starts, pauses, resumes and cancels a run, and says how far it is or why it stands still. */
import { useEffect, useState } from "react";
import { nextEffect, scriptOf } from "../../lib/run/live-run";
import { answeredOf, type RunState } from "../../lib/run/run-state";
import { formatClock } from "../../lib/values/figures";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { ceilingOf, findFault, planRun, type RunDraft } from "./run-draft";
import type { Runner } from "./runner";

const secondsOf = ({ plan }: RunState): number => Date.now() / 1000 - plan.startedAt;

/** Seconds until the next request; null where the run does not wait. */
function useCountdown(run: RunState): number | null {
  const [, setTick] = useState(0);
  const now = secondsOf(run);
  const effect = nextEffect(run, now);
  const isWaiting = effect.kind === "wait";
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return isWaiting ? Math.max(0, effect.until - now) : null;
}

function writeStatus(run: RunState): string {
  const done = answeredOf(run).length;
  const total = Math.max(done, scriptOf(run).requests.length);
  const progress = `${done} of ${total} requests answered`;
  switch (run.status) {
    case "running":
      return run.attempt ? `Request ${done + 1} of ${total} is under way.` : `${progress}.`;
    case "paused":
      return `Paused: ${progress}.${run.attempt ? " The request under way comes to its end." : ""}`;
    case "stopped":
      return `Stopped: ${progress}.`;
    case "done":
      return `Done: ${progress}.`;
    case "cancelled":
      return `Cancelled: ${progress}.`;
  }
}

function RunStatus({ run }: { readonly run: RunState }) {
  const left = useCountdown(run);
  return (
    <>
      <p role="status" className="text-xs text-mute">
        {writeStatus(run)}
      </p>
      {left !== null && (
        <span className="font-mono text-xs text-mute">Next request in {formatClock(left)}</span>
      )}
    </>
  );
}

interface RunControlsProps {
  readonly draft: RunDraft;
  readonly runner: Runner;
  readonly run: RunState | null;
}

export function RunControls({ draft, runner, run }: RunControlsProps) {
  const { store } = usePlaygroundStore();
  const fault = findFault(draft);
  const ceiling = ceilingOf(draft) ?? null;
  const key = draft.key.trim();
  const status = run?.status ?? "done";
  const isOver = status === "done" || status === "cancelled";
  const problem = run?.problem ?? null;

  function start(): void {
    const { text, settings } = store.getState();
    runner.start(planRun(draft, text, settings), ceiling, key);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        {isOver && (
          <Button look="main" disabled={fault !== null} onClick={start}>
            {run ? "Run again" : "Run"}
          </Button>
        )}
        {status === "running" && <Button onClick={runner.pause}>Pause</Button>}
        {(status === "paused" || status === "stopped") && (
          <Button look="main" disabled={fault !== null} onClick={() => runner.resume(ceiling, key)}>
            {problem?.kind === "maybe-billed" ? "Resume and send it again" : "Resume"}
          </Button>
        )}
        {!isOver && <Button onClick={runner.cancel}>Cancel</Button>}
        {run && <RunStatus run={run} />}
      </div>
      {problem && (
        <p role="alert" className="rounded-md bg-bad-wash px-3 py-2 text-bad">
          <span className="font-semibold">{problem.sentence}</span> {problem.wayOut}
        </p>
      )}
    </div>
  );
}
