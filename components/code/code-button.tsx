"use client";
/** Opens the request as code to take away, or in the words of another service. */
import { useState } from "react";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { useWords } from "../words/use-words";

const CodeWindows = later(async () => (await import("./code-windows")).CodeWindows, true);

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
