/** The head of a recording: whether it is live, where its requests go, and until when it is kept. */
import type { ReactNode } from "react";
import { listEndpoints } from "../../lib/offers/endpoints";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import { ENGLISH } from "../../lib/words/plain-words";
import type { FollowedSession } from "./follow-session";

interface SessionHeadingProps {
  readonly state: FollowedSession["state"];
  readonly session: RecordedSession | null;
  readonly children: ReactNode;
}

const STATES: Readonly<Record<FollowedSession["state"], { readonly word: string; readonly dot: string }>> = {
  loading: { word: "opening", dot: "bg-uncached" },
  live: { word: "live", dot: "bg-read" },
  lost: { word: "connection lost", dot: "bg-bad" },
  ended: { word: "ended", dot: "bg-uncached" },
  unknown: { word: "not there", dot: "bg-uncached" },
  off: { word: "switched off", dot: "bg-uncached" },
};

function nameTarget(target: string): string {
  if (target === "emulator") return "the emulator";
  const endpoint = listEndpoints().find(({ id }) => id === target);
  return endpoint ? `Model Studio, ${ENGLISH.say(endpoint.name)}` : target;
}

const moment = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });

export function SessionHeading({ state, session, children }: SessionHeadingProps) {
  const { word, dot } = STATES[state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-xl font-semibold tracking-tight">Recording</h1>
      <span className="inline-flex items-center gap-1.5 text-mute" data-state={state}>
        <span aria-hidden className={`size-2 rounded-full ${dot}`} />
        {word}
      </span>
      {session && (
        <span className="text-mute">
          through {nameTarget(session.target)}
          {session.expiresAt !== null && <> · kept until {moment(session.expiresAt)}</>}
        </span>
      )}
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto">{children}</div>
    </div>
  );
}
