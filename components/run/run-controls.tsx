"use client";
/** Starts, pauses, resumes and cancels a run, and says how far it is or why it stands still. */
import { useEffect, useState } from "react";
import { nextEffect, scriptOf, startRun } from "../../lib/run/run-scenario";
import { answeredOf, passedOf, type RunState } from "../../lib/run/run-state";
import type { Sender } from "../../lib/run/sender";
import { formatClock } from "../../lib/values/figures";
import { type Message, tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
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

function writeStatus(run: RunState): Message {
  const done = answeredOf(run).length;
  const total = Math.max(done, scriptOf(run).requests.length);
  if (run.underWay && run.status === "running")
    return tell("run.requestUnderWay", { order: passedOf(run).length + 1, total });
  const standing = writeStanding(run, tell("run.answered", { done, total }));
  return run.underWay ? tell("run.standingUnderWay", { standing }) : standing;
}

function RunStatus({ run }: { readonly run: RunState }) {
  const left = useCountdown(run);
  const { t, say } = useWords();
  return (
    <>
      <p role="status" className="text-xs text-mute">
        {say(writeStatus(run))}
      </p>
      {left !== null && (
        <span className="font-mono text-xs text-mute">{t("run.nextIn", { time: formatClock(left) })}</span>
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
  const { t } = useWords();
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
      verb="run"
      isUsable={findFault(draft) === null}
      ceiling={ceiling}
      apiKey={key}
      onStart={start}
      pause={<Button onClick={sender.pause}>{t("run.pause")}</Button>}
    >
      {run && <RunStatus run={run} />}
    </SendControls>
  );
}
