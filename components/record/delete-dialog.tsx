"use client";
/** Deletes a recording once that was confirmed. */
import { useState } from "react";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Sentence } from "../words/sentence";
import { deleteSession } from "./record-client";

interface DeleteDialogProps {
  readonly session: string;
  readonly requests: number;
  readonly onDeleted: () => void;
}

export function DeleteDialog({ session, requests, onDeleted }: DeleteDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function remove(): Promise<void> {
    setIsBusy(true);
    const told = await deleteSession(session);
    setIsBusy(false);
    if (told.ok) {
      setIsOpen(false);
      onDeleted();
    } else setProblem(told.reason);
  }

  return (
    <>
      <Button
        className="text-bad"
        onClick={() => {
          setProblem(null);
          setIsOpen(true);
        }}
      >
        Delete now
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Delete this recording?">
        <p className="mt-3">
          {requests === 0
            ? "Its address stops working at once."
            : `Its ${requests === 1 ? "request goes" : `${requests} requests go`} from the server at once and cannot be brought back. An agent that still sends through it is refused.`}
        </p>
        {problem && (
          <p role="alert" className="mt-2 text-bad">
            <Sentence said={problem} />
          </p>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setIsOpen(false)}>Keep it</Button>
          <Button className="border-bad text-bad" disabled={isBusy} onClick={() => void remove()}>
            Delete the recording
          </Button>
        </div>
      </Dialog>
    </>
  );
}
