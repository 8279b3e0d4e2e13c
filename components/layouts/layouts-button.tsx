"use client";
/** The name of the open layout in the header; opens the list of all that this browser keeps. */
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useKeeperState } from "./layouts-context";
import { LayoutsView } from "./layouts-view";

const TITLE = "Prompt Cache Playground";

export function LayoutsButton() {
  const { name, id } = useKeeperState();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Counts the openings: each shows the list anew. */
  const [opening, setOpening] = useState(0);

  useEffect(() => {
    document.title = id === null ? TITLE : `${name} · ${TITLE}`;
  }, [name, id]);

  return (
    <>
      <Button
        className="max-w-44"
        aria-haspopup="dialog"
        aria-label={`Layouts: ${name}`}
        title="Layouts kept in this browser"
        onClick={() => {
          setOpening((count) => count + 1);
          dialog.current?.showModal();
        }}
      >
        <span className="truncate">{id === null ? "Layouts" : name}</span> <span aria-hidden>▾</span>
      </Button>
      <Dialog dialog={dialog} title="Layouts">
        {opening > 0 && <LayoutsView key={opening} onDone={() => dialog.current?.close()} />}
      </Dialog>
    </>
  );
}
