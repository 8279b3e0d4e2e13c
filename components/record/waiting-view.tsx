"use client";
/** A recording without a request yet: how to point an agent at it. */
import Link from "next/link";
import { ConnectLines } from "./connect-lines";

interface WaitingViewProps {
  readonly session: string;
  readonly toEmulator: boolean;
}

export function WaitingView({ session, toEmulator }: WaitingViewProps) {
  return (
    <div className="mx-auto mt-6 max-w-4xl">
      <p role="status" className="flex items-center gap-2.5 text-base font-medium">
        <span aria-hidden className="relative flex size-2.5">
          <span className="absolute size-full rounded-full bg-read opacity-60 motion-safe:animate-ping" />
          <span className="size-full rounded-full bg-read" />
        </span>
        Waiting for the first request
      </p>
      <p className="mt-1 mb-3 text-mute">
        Run one of these on your machine, then use the agent as always. This page fills by itself.
      </p>
      <ConnectLines session={session} toEmulator={toEmulator} />
      <p className="mt-3 text-mute">
        What each tool marks and what costs it reads is told on{" "}
        <Link href="/connect" prefetch={false} className="font-medium text-accent hover:underline">
          Connect your tool
        </Link>
        .
      </p>
    </div>
  );
}
