/** Batch processing: one long instruction, marked; the row that changes comes after it. */
import type { Preset } from "./preset";
import { reviewRules } from "./review-rules";
import { markedMessage, plainMessage, writeRequest } from "./write-request";

const MODEL = "qwen3.7-max";

const row = (user: string, reply: string) => ({ mode: "replace" as const, gap: 6, user, reply });

export const batch: Preset = {
  id: "batch",
  title: "Batch processing",
  description: "Mark only the fixed instructions: every row after the first reads them.",
  model: MODEL,
  text: writeRequest({
    model: MODEL,
    messages: [
      markedMessage("system", reviewRules),
      plainMessage("user", "This product is wonderful, great quality, I recommend it to everybody!"),
    ],
  }),
  scenario: {
    name: "Five reviews, one after the other",
    duration: 2,
    reply: "Positive",
    turns: [
      row("Delivery took a week and the box was damaged when it came.", "Negative"),
      row("Does it come in red, and is it large or small for its size?", "Question"),
      row("You should offer more sizes, medium is too wide for me.", "Complaint"),
      row("It is all right, nothing special, it does what it says.", "Neutral"),
    ],
  },
};
