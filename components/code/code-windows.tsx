"use client";
/** The request as code to take away, and from there in the words of another service. */
import { useState } from "react";
import { CodeDialog } from "./code-dialog";
import { TakeAlongDialog } from "./take-along-dialog";

/** The service that is shown first: the one whose markers most others have taken over. */
const FIRST_SERVICE = "anthropic";

export function CodeWindows({ onClose }: { readonly onClose: () => void }) {
  const [isOther, setIsOther] = useState(false);
  return isOther ? (
    <TakeAlongDialog first={FIRST_SERVICE} onClose={onClose} />
  ) : (
    <CodeDialog onClose={onClose} onOther={() => setIsOther(true)} />
  );
}
