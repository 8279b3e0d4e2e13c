/** What the emulated service says of a request's figures, before they are written in the fields of a dialect. */
import type { Figures } from "./account-cache";
import type { Reply } from "./compose-reply";
import type { Lie } from "./read-controls";

/** The figures of a service that counts so many tokens for each of ours. */
export function scaleFigures(figures: Figures, ratio: number): Figures {
  if (ratio === 1) return figures;
  const [prompt, read, written] = [figures.prompt, figures.read, figures.written].map((tokens) =>
    Math.round(tokens * ratio),
  ) as [number, number, number];
  return { ...figures, prompt, read, written, uncached: prompt - read - written };
}

/** What the service says of the figures: the truth, unless a test of audits asks for something else. */
export function reportFigures(figures: Figures, lie: Lie | null, tail: number): Figures {
  const { prompt } = figures;
  if (lie === "says-none" || lie === "no-cache") return { ...figures, read: 0, written: 0, uncached: prompt };
  if (lie === "says-all") return { ...figures, read: prompt - tail, written: 0, uncached: tail };
  return figures;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Tokens of all answers together, and those of them that are thinking. */
export const sumReplies = (replies: readonly Reply[]) => ({
  completion: sum(replies.map(({ tokens }) => tokens)),
  thinking: sum(replies.map(({ thinkingTokens }) => thinkingTokens)),
});
