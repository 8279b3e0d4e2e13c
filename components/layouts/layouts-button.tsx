"use client";
/** The name of the open layout in the header; opens the list of all that this browser keeps. */
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useKeeperState } from "./layouts-context";
import { LayoutsView } from "./layouts-view";

const TITLE = "Prompt Cache Playground";

export function LayoutsButton() {
  const { name, id } = useKeeperState();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);

  useEffect(() => {
    document.title = id === null ? TITLE : `${name} · ${TITLE}`;
  }, [name, id]);

  return (
    <>
      <Button
        className="max-w-44"
        aria-haspopup="dialog"
        aria-label={`Layouts: ${name}`}
        hint="Layouts kept in this browser"
        onClick={() => setIsOpen(true)}
      >
        <span className="truncate">{id === null ? "Layouts" : name}</span> <span aria-hidden>▾</span>
      </Button>
      <Dialog open={isOpen} onClose={close} title="Layouts">
        <LayoutsView onDone={close} />
      </Dialog>
    </>
  );
}
