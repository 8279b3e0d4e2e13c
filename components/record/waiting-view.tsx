"use client";
/** A recording without a chat yet: how to point an agent at it, and what failed of what came. */
import Link from "next/link";
import type { FailedRequests as Failed } from "../../lib/sessions/list-failures";
import { type Message, tell } from "../../lib/words/message";
import { type Drawers, useWords } from "../words/use-words";
import { ConnectLines } from "./connect-lines";
import { FailedRequests } from "./failed-requests";

interface WaitingViewProps {
  readonly session: string;
  readonly toEmulator: boolean;
  /** Requests that came and were none of a chat. */
  readonly others: number;
  readonly failures: readonly Failed[];
}

function sayWaiting(others: number, failures: readonly Failed[]): Message {
  if (others === 0) return tell("record.waitingFirst");
  return failures.some(({ isAside }) => !isAside)
    ? tell("record.waitingElsewhere")
    : tell("record.waitingChat", { count: others });
}

const DRAWERS: Drawers = {
  a: (pieces) => (
    <Link href="/connect" prefetch={false} className="font-medium text-accent hover:underline">
      {pieces}
    </Link>
  ),
};

export function WaitingView({ session, toEmulator, others, failures }: WaitingViewProps) {
  const { t, say, rich } = useWords();
  return (
    <div className="mx-auto mt-6 max-w-4xl">
      <p role="status" className="flex items-center gap-2.5 text-base font-medium">
        <span aria-hidden className="relative flex size-2.5">
          <span className="absolute size-full rounded-full bg-read opacity-60 motion-safe:animate-ping" />
          <span className="size-full rounded-full bg-read" />
        </span>
        {say(sayWaiting(others, failures))}
      </p>
      {failures.length > 0 && (
        <div className="my-3">
          <FailedRequests failures={failures} />
        </div>
      )}
      <p className="mt-1 mb-3 text-mute">{t("record.waitingHow")}</p>
      <ConnectLines session={session} toEmulator={toEmulator} />
      <p className="mt-3 text-mute">{rich("record.waitingMore", DRAWERS)}</p>
    </div>
  );
}
