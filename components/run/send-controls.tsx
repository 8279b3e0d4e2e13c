/** Starts, resumes and cancels a sending, and says why it stands still. */
import type { ReactNode } from "react";
import type { Sender } from "../../lib/run/sender";
import { isOver, type Sending } from "../../lib/run/sending";
import { Button } from "../ui/button";

/** @param progress e.g. "2 of 3 requests answered", as a sentence about a sending that is not under way */
export function writeStanding({ status }: Pick<Sending, "status">, progress: string): string {
  const heads = {
    running: "",
    paused: "Paused: ",
    stopped: "Stopped: ",
    done: "Done: ",
    cancelled: "Cancelled: ",
  };
  return `${heads[status]}${progress}.`;
}

interface SendControlsProps {
  readonly state: Sending | null;
  readonly sender: Pick<Sender<unknown>, "resume" | "cancel">;
  /** On the button that starts it. */
  readonly verb: string;
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
  const hasEnded = state === null || isOver(state);
  const problem = state?.problem ?? null;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        {hasEnded && (
          <Button look="main" disabled={!isUsable} onClick={onStart}>
            {state ? `${verb} again` : verb}
          </Button>
        )}
        {state?.status === "running" && pause}
        {(state?.status === "paused" || state?.status === "stopped") && (
          <Button look="main" disabled={!isUsable} onClick={() => sender.resume(ceiling, apiKey)}>
            Resume{verb === "Run" && problem?.kind === "maybe-billed" && " and send it again"}
          </Button>
        )}
        {!hasEnded && <Button onClick={sender.cancel}>Cancel</Button>}
        {state && children}
      </div>
      {problem && (
        <p role="alert" className="rounded-md bg-bad-wash px-3 py-2 text-bad">
          <span className="font-semibold">{problem.sentence}</span> {problem.wayOut}
        </p>
      )}
    </div>
  );
}
