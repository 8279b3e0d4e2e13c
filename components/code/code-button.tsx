"use client";
/** Opens the request as code to take away, or in the words of another service. */
import { useState } from "react";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { CodeWindows } from "./code-windows";

export function CodeButton() {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t("code.code")}
      </Button>
      {isOpen && <CodeWindows onClose={() => setIsOpen(false)} />}
    </>
  );
}
