"use client";
/** Starts, pauses, resumes and cancels a run, and says how far it is or why it stands still. */
import { useEffect, useState } from "react";
import { nextEffect, scriptOf, startRun } from "../../lib/run/run-scenario";
import { answeredOf, type RunState } from "../../lib/run/run-state";
import type { Sender } from "../../lib/run/sender";
import { formatClock } from "../../lib/values/figures";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { ceilingOf, findFault, planRun, type RunDraft } from "./run-draft";
import { SendControls, writeStanding } from "./send-controls";

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
  if (run.underWay && run.status === "running") return `Request ${done + 1} of ${total} is under way.`;
  const standing = writeStanding(run, `${done} of ${total} requests answered`);
  return run.underWay ? `${standing} The request under way comes to its end.` : standing;
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
  readonly sender: Sender<RunState>;
  readonly run: RunState | null;
}

export function RunControls({ draft, sender, run }: RunControlsProps) {
  const { store } = usePlaygroundStore();
  const ceiling = ceilingOf(draft) ?? null;
  const key = draft.key.trim();

  function start(): void {
    const { text, settings } = store.getState();
    const plan = { ...planRun(draft, text, settings), startedAt: Date.now() / 1000 };
    sender.start(startRun(plan, ceiling), key);
  }

  return (
    <SendControls
      state={run}
      sender={sender}
      verb="Run"
      isUsable={findFault(draft) === null}
      ceiling={ceiling}
      apiKey={key}
      onStart={start}
      pause={<Button onClick={sender.pause}>Pause</Button>}
    >
      {run && <RunStatus run={run} />}
    </SendControls>
  );
}
