/** Hands recorded requests to the playground: they are kept as a layout of this browser, and the playground opens it. */

import type { RunSettings } from "../../lib/run/predict-run";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import { sessionToScenario } from "../../lib/sessions/session-to-scenario";
import type { SessionLane } from "../../lib/sessions/session-view";
import { DEFAULT_LAYOUT } from "../../lib/share/shared-layout";
import type { Words } from "../../lib/words/create-words";
import { type Message, type Said, tell } from "../../lib/words/message";
import { openLayoutShelf } from "../layouts/layout-shelf";
import { writeTabMemory } from "../layouts/tab-memory";

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const NO_STORAGE: Message = tell("record.noStorage");
const TOO_LARGE: Message = tell("record.tooLarge");

/**
 * One sentence where they cannot be opened; null once they are kept and `/` shows them in this tab.
 * @param lane null = the whole session
 * @param lanes all of the session
 * @param words in which the layout is named
 */
export async function keepForPlayground(
  session: RecordedSession,
  lane: SessionLane | null,
  lanes: readonly SessionLane[],
  { model, region }: Pick<RunSettings, "model" | "region">,
  words: Words,
): Promise<Said | null> {
  const made = sessionToScenario(session, lane, lanes, words);
  if (!made.ok) return made.reason;
  const { text, scenario } = made;
  const layout = { ...DEFAULT_LAYOUT, text, scenario, model, region };
  const name = lane ? words.t("record.layoutOfLane", { lane: lane.name }) : words.t("record.layoutName");
  const id = newId();
  try {
    const shelf = openLayoutShelf();
    const isKept = await shelf.save({ id, name, savedAt: Date.now(), layout }, 0);
    if (!isKept || !(await shelf.read(id))) {
      await shelf.remove(id);
      return TOO_LARGE;
    }
  } catch {
    return NO_STORAGE;
  }
  writeTabMemory({ id, address: "/" });
  return null;
}
