/** What routes tell the process that serves them: why they refused, for its log, and what has to be done before it ends. */

interface Served {
  reason: string | null;
}

// Set by what `npm start` loads before Next (scripts/log-requests.mjs, scripts/end-gracefully.mjs); absent elsewhere.
const shared = globalThis as typeof globalThis & {
  playgroundRequests?: { getStore(): Served | undefined };
  playgroundEndings?: Set<() => Promise<void>>;
};

/** Notes the code of a refusal for the line that is logged of the request under way. */
export function noteReason(code: string): void {
  const served = shared.playgroundRequests?.getStore();
  if (served) served.reason = code;
}

/** Has `act` done when the last answer is out and before the storage is closed. */
export function beforeEnd(act: () => Promise<void>): void {
  shared.playgroundEndings ??= new Set();
  shared.playgroundEndings.add(act);
}
