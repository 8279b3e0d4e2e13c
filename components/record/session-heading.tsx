/** The head of a recording: whether it is live, where its requests go, and until when it is kept. */
import type { ReactNode } from "react";
import { listEndpoints } from "../../lib/offers/endpoints";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import { type MessageKey, type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import type { FollowedSession } from "./follow-session";

interface SessionHeadingProps {
  readonly state: FollowedSession["state"];
  readonly session: RecordedSession | null;
  readonly children: ReactNode;
}

const STATES: Readonly<
  Record<FollowedSession["state"], { readonly wordKey: MessageKey; readonly dot: string }>
> = {
  loading: { wordKey: "record.stateLoading", dot: "bg-uncached" },
  live: { wordKey: "record.stateLive", dot: "bg-read" },
  lost: { wordKey: "record.stateLost", dot: "bg-bad" },
  ended: { wordKey: "record.stateEnded", dot: "bg-uncached" },
  unknown: { wordKey: "record.stateUnknown", dot: "bg-uncached" },
  off: { wordKey: "record.stateOff", dot: "bg-uncached" },
};

function nameTarget(target: string): Said {
  if (target === "emulator") return tell("record.emulator");
  const endpoint = listEndpoints().find(({ id }) => id === target);
  return endpoint ? tell("record.modelStudio", { endpoint: endpoint.name }) : target;
}

const moment = (seconds: number, tag: string): string =>
  new Date(seconds * 1000).toLocaleString(tag === "en" ? "en-GB" : tag, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });

export function SessionHeading({ state, session, children }: SessionHeadingProps) {
  const { t, tag } = useWords();
  const { wordKey, dot } = STATES[state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-xl font-semibold tracking-tight">{t("record.title")}</h1>
      <span className="inline-flex items-center gap-1.5 text-mute" data-state={state}>
        <span aria-hidden className={`size-2 rounded-full ${dot}`} />
        {t(wordKey)}
      </span>
      {session && (
        <span className="text-mute">
          {session.expiresAt === null
            ? t("record.through", { target: nameTarget(session.target) })
            : t("record.throughUntil", {
                target: nameTarget(session.target),
                moment: moment(session.expiresAt, tag),
              })}
        </span>
      )}
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto">{children}</div>
    </div>
  );
}
