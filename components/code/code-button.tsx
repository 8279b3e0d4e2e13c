"use client";
/** Opens the request as code to take away, or in the words of another service. */
import { useState } from "react";
import { Button } from "../ui/button";
import { CodeDialog } from "./code-dialog";
import { TakeAlongDialog } from "./take-along-dialog";

/** The service that is shown first: the one whose markers most others have taken over. */
const FIRST_SERVICE = "anthropic";

export function CodeButton() {
  const [open, setOpen] = useState<"none" | "code" | "service">("none");
  const close = (): void => setOpen("none");
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen("code")}>
        Code
      </Button>
      {open === "code" && <CodeDialog onClose={close} onOther={() => setOpen("service")} />}
      {open === "service" && <TakeAlongDialog first={FIRST_SERVICE} onClose={close} />}
    </>
  );
}
