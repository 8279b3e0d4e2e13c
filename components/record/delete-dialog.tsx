"use client";
/** Deletes a recording once that was confirmed. */
import { useState } from "react";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { deleteSession } from "./record-client";

interface DeleteDialogProps {
  readonly session: string;
  readonly requests: number;
  readonly onDeleted: () => void;
}

export function DeleteDialog({ session, requests, onDeleted }: DeleteDialogProps) {
  const { t } = useWords();
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
        {t("record.deleteNow")}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={t("record.deleteTitle")}>
        <p className="mt-3">
          {requests === 0 ? t("record.deleteEmpty") : t("record.deleteRequests", { count: requests })}
        </p>
        {problem && (
          <p role="alert" className="mt-2 text-bad">
            <Sentence said={problem} />
          </p>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setIsOpen(false)}>{t("record.keepIt")}</Button>
          <Button className="border-bad text-bad" disabled={isBusy} onClick={() => void remove()}>
            {t("record.deleteIt")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
