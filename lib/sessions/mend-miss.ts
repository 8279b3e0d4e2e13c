/** What to do about a miss, one sentence for each reason. */
import type { SessionReasonCode, SessionRequest } from "./session-view";

const MENDS: Record<SessionReasonCode, string> = {
  hit: "Nothing is to be mended.",
  first_write:
    "The first request of a prompt always writes; keep its start the same from session to session.",
  own_prefix:
    "Give the conversations of one agent the same tools and system message, with a marker at its end.",
  tools_changed:
    "Keep the same tools in the same order for the whole conversation; connect servers before it begins.",
  system_changed: "Move what changes out of the system message, into the newest user message.",
  messages_changed: "Append to the history and leave earlier messages as they were sent.",
  compacted:
    "Compact seldom and keep a marker at the end of the system message, so that this part is still read.",
  rerendered:
    "Send the thinking of earlier answers back unchanged, or leave it out from the first request on.",
  model_changed: "Stay with one model within a conversation: each has entries of its own.",
  expired:
    "Send a request before five minutes have passed, such as a keep-alive ping, where the entry is worth it.",
  parallel: "Let the first request be answered before the others start, so that they read what it wrote.",
  beyond_lookback: "Add a marker within 20 content blocks of the last one, so that the look-up reaches it.",
  marker_dropped: "Send at most four markers: of more only the last four count.",
  no_marker: "Put a marker on the last part of the last message of each request.",
  below_minimum: "Markers count from 1,024 tokens on: put the first one behind a longer start.",
  not_found: "Send the same request again: a server without the entry may have answered it.",
  failed: "Send the request again once the service takes it.",
  unknown: "Record the bodies too: they tell what changed.",
};

/** One sentence; it names the message or the tools where they are known. */
export function mendMiss({ reason: { code }, change }: Pick<SessionRequest, "reason" | "change">): string {
  if (code === "messages_changed" && change?.what === "message" && change.message !== null) {
    return `Leave message ${change.message} as it was first sent, and append what is new.`;
  }
  return MENDS[code];
}
