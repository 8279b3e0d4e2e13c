/** The bodies of two requests of a scenario as text, so that one is seen in the form in which it is sent. */
import { writeRequest } from "../prompt/write-request";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import type { PreparedTurn } from "./prepare-script";

export interface BodyQuestion {
  readonly kind: "write-bodies";
  readonly text: string;
  readonly settings: Settings;
  readonly turn: number;
}

export interface TurnBodies {
  /** The request asked for, and the one before it; JSON indented by two. */
  readonly body: string;
  readonly before: string;
}

/** Null where the text is no request or has no such turn; the first has none before it. */
export function writeBodies(
  { text, settings, turn }: Omit<BodyQuestion, "kind">,
  open: DocumentOpener,
): TurnBodies | null {
  const turns = open(text, settings).document?.turns;
  const [here, there] = [turns?.[turn], turns?.[turn - 1]];
  if (!here || !there) return null;
  const write = ({ script, ready }: PreparedTurn): string => {
    // A request given verbatim has a text of its own, which its places refer to.
    const own = settings.scenario?.turns[script.turn]?.body;
    const source = { text: own ?? text, model: settings.model };
    return JSON.stringify(writeRequest(ready.prompt, source), null, 2);
  };
  return { body: write(here), before: write(there) };
}
