"use client";
/** A session, kept current as long as the page is there. */
import { useEffect, useState } from "react";
import { type FollowedSession, followSession, START } from "./follow-session";

/** Ends early when the network is back or the page is looked at again. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    }
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });

const ports = {
  fetch: (path: string, signal: AbortSignal) => fetch(path, { signal, cache: "no-store" }),
  pause,
};

/** @param id null = nothing is followed any more */
export function useFollowed(id: string | null): FollowedSession {
  const [followed, setFollowed] = useState<FollowedSession>(START);
  useEffect(() => {
    if (id === null) return;
    const ending = new AbortController();
    void followSession(id, ports, setFollowed, ending.signal);
    return () => ending.abort();
  }, [id]);
  return followed;
}
