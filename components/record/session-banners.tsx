/** What stands in the way of a whole recording: a lost connection, requests that are not kept, a failure to explain. */

import type { SessionView } from "../../lib/sessions/session-view";
import { type Said, tell } from "../../lib/words/message";
import { Sentence } from "../words/sentence";
import type { FollowedSession } from "./follow-session";

interface SessionBannersProps {
  readonly followed: FollowedSession;
  readonly view: SessionView | null;
  readonly failure: Said | null;
}

function listTroubles({ followed, view, failure }: SessionBannersProps): { text: Said; isBad: boolean }[] {
  const { state, session, sentence } = followed;
  const troubles: { text: Said; isBad: boolean }[] = [];
  const say = (text: Said, isBad = false) => troubles.push({ text, isBad });
  if (state === "lost")
    say(sentence ? tell("record.lostTriesAgain", { sentence }) : tell("record.triesAgain"), true);
  if (state === "ended") {
    say(tell("record.ended"), true);
  }
  if (state === "off" && session) say(sentence ?? tell("record.switchedOff"), true);
  if (failure) say(failure, true);
  if (view) for (const note of view.notes) say(note);
  else if (session && session.unstored > 0) {
    say(tell("record.unstored", { count: session.unstored }), true);
  }
  if (session && session.forgotten > 0) {
    say(tell("record.grewBeyond"));
  }
  // A body that is missing is among the notes.
  const missing =
    view?.requests.filter(({ missing: part, predicted }) => part !== null && predicted !== null).length ?? 0;
  if (missing > 0) say(tell("record.partMissing", { count: missing }));
  return troubles;
}

export function SessionBanners(props: SessionBannersProps) {
  const troubles = listTroubles(props);
  const shown = [
    { isBad: true, texts: troubles.filter(({ isBad }) => isBad) },
    { isBad: false, texts: troubles.filter(({ isBad }) => !isBad) },
  ];
  return (
    <div role="status" className="space-y-2">
      {shown
        .filter(({ texts }) => texts.length > 0)
        .map(({ isBad, texts }) => (
          <ul
            key={String(isBad)}
            className={`space-y-0.5 rounded-md px-3 py-2 ${isBad ? "bg-bad-wash" : "bg-line-soft"}`}
          >
            {texts.map(({ text }) => (
              <li key={JSON.stringify(text)}>
                <Sentence said={text} />
              </li>
            ))}
          </ul>
        ))}
    </div>
  );
}
