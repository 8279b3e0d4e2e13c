/** What the presenter and the teacher's second window say to each other, in this browser alone. */
import type { Figures } from "../../lib/lessons/lesson";

export interface PresentedNow {
  readonly kind: "now";
  readonly lesson: string;
  /** From 0. */
  readonly step: number;
  /** Null until the scene has been played. */
  readonly figures: Figures | null;
  /** Milliseconds of the clock at which the lesson began. */
  readonly began: number;
}

export type PresenterMessage =
  | PresentedNow
  /** The second window is there, and knows nothing yet. */
  | { readonly kind: "hello" }
  /** A key that was pressed in the second window. */
  | { readonly kind: "turn"; readonly to: "next" | "back" };

/** @returns `say` tells the other window, `close` ends it */
export function openPresenterChannel(hear: (message: PresenterMessage) => void): {
  readonly say: (message: PresenterMessage) => void;
  readonly close: () => void;
} {
  const channel = new BroadcastChannel("lesson-presenter");
  channel.onmessage = ({ data }: MessageEvent<PresenterMessage>) => hear(data);
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
