"use client";
/** Makes a recording for a tool to be sent through; what the server says where it may not. */
import { useState } from "react";
import { type Said, tell } from "../../lib/words/message";

export interface Recording {
  readonly session: string | null;
  /** One sentence; null where nothing is wrong. */
  readonly problem: Said | null;
  readonly isMaking: boolean;
  readonly make: () => Promise<void>;
}

interface Made {
  /** For which target it was made. */
  readonly target: string;
  readonly session: string | null;
  readonly problem: Said | null;
}

const OFFLINE = tell("connect.offline");

async function askFor(target: string, workspace: string): Promise<Omit<Made, "target">> {
  try {
    const response = await fetch("/api/record", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ target, ...(workspace ? { workspace } : {}) }),
    });
    const answer = (await response.json()) as { session?: string; error?: { message?: string } };
    if (typeof answer.session === "string") return { session: answer.session, problem: null };
    return { session: null, problem: answer.error?.message ?? OFFLINE };
  } catch {
    return { session: null, problem: OFFLINE };
  }
}

/** @param target id of an endpoint; a recording of another one does not count */
export function useRecording(target: string, workspace: string): Recording {
  const [made, setMade] = useState<Made | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const fits = made?.target === target ? made : null;
  return {
    session: fits?.session ?? null,
    problem: fits?.problem ?? null,
    isMaking,
    async make() {
      setIsMaking(true);
      setMade({ target, ...(await askFor(target, workspace)) });
      setIsMaking(false);
    },
  };
}
