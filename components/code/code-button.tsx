"use client";
/** Opens the request as code to take away. */
import { useState } from "react";
import { Button } from "../ui/button";
import { CodeDialog } from "./code-dialog";

export function CodeButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        Code
      </Button>
      {isOpen && <CodeDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
