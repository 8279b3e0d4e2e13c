/** Starts, resumes and cancels a sending, and says why it stands still. */
import type { ReactNode } from "react";
import type { Sender } from "../../lib/run/sender";
import { isOver, type Sending } from "../../lib/run/sending";
import { type Message, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

const STANDING = {
  running: "run.standingRunning",
  paused: "run.standingPaused",
  stopped: "run.standingStopped",
  done: "run.standingDone",
  cancelled: "run.standingCancelled",
} as const;

const START = {
  run: { first: "run.start", again: "run.startAgain" },
  audit: { first: "audit.start", again: "audit.startAgain" },
  probe: { first: "probePage.start", again: "probePage.startAgain" },
} as const;

/** @param progress e.g. "2 of 3 requests answered", as a sentence about a sending that is not under way */
export const writeStanding = ({ status }: Pick<Sending, "status">, progress: Message): Message =>
  tell(STANDING[status], { progress });

interface SendControlsProps {
  readonly state: Sending | null;
  readonly sender: Pick<Sender<unknown>, "resume" | "cancel">;
  /** What the button starts. */
  readonly verb: keyof typeof START;
  readonly isUsable: boolean;
  readonly ceiling: number | null;
  readonly apiKey: string;
  readonly onStart: () => void;
  /** Beside what starts and resumes it, while it runs. */
  readonly pause?: ReactNode;
  /** How far it is. */
  readonly children: ReactNode;
}

export function SendControls(props: SendControlsProps) {
  const { state, sender, verb, isUsable, ceiling, apiKey, onStart, pause, children } = props;
  const { t, say } = useWords();
  const hasEnded = state === null || isOver(state);
  const problem = state?.problem ?? null;
  const choices = problem?.kind === "maybe-billed" && !hasEnded ? (problem.choices ?? null) : null;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        {hasEnded && (
          <Button look="main" disabled={!isUsable} onClick={onStart}>
            {t(state ? START[verb].again : START[verb].first)}
          </Button>
        )}
        {state?.status === "running" && pause}
        {(state?.status === "paused" || state?.status === "stopped") && !choices && (
          <Button look="main" disabled={!isUsable} onClick={() => sender.resume(ceiling, apiKey)}>
            {t("run.resume")}
          </Button>
        )}
        {!hasEnded && !choices && <Button onClick={sender.cancel}>{t("run.cancel")}</Button>}
        {state && children}
      </div>
      {problem && (
        <p role="alert" className="rounded-md bg-bad-wash px-3 py-2 text-bad">
          <span className="font-semibold">{say(problem.sentence)}</span> {say(problem.wayOut)}
        </p>
      )}
      {choices && (
        // None of them is the usual one: each has its price.
        <div className="flex flex-wrap items-center gap-2">
          <Button disabled={!isUsable} onClick={() => sender.resume(ceiling, apiKey, "again")}>
            {say(choices.again)}
          </Button>
          {choices.skip !== null && (
            <Button disabled={!isUsable} onClick={() => sender.resume(ceiling, apiKey, "skip")}>
              {say(choices.skip)}
            </Button>
          )}
          <Button onClick={sender.cancel}>{t("run.stopHere")}</Button>
        </div>
      )}
    </div>
  );
}
