/** The recorder's copy of an answer while it passes: its text up to a limit, and when its first token came. */
import { createStreamReader, type StreamedAnswer } from "../../answers/read-stream";

/** Characters of text, thinking and calls that are kept; a body that is no stream counts as a whole. */
export const MAX_ANSWER = 4 * 1024 * 1024;
/** Events are many times as long as the text in them. */
const MAX_EVENTS = 16 * MAX_ANSWER;
/** What is kept is measured after so many bytes. */
const MEASURE_EVERY = 64 * 1024;

export interface AnswerCopy {
  push(chunk: Uint8Array): void;
  end(): void;
  answer(): StreamedAnswer;
  /** By the clock given; null where no token has been seen to come. */
  firstToken(): number | null;
  /** True where the answer was longer than what is kept. */
  isCut(): boolean;
}

const lengthOf = ({ text, reasoning, calls }: StreamedAnswer): number =>
  text.length + reasoning.length + calls.reduce((sum, call) => sum + call.arguments.length, 0);

/** @param isEvents whether the answer is a stream of events */
export function copyAnswer(isEvents: boolean, now: () => number): AnswerCopy {
  const reader = createStreamReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let measured = 0;
  let first: number | null = null;
  let isCut = false;

  function measure(): void {
    measured = bytes;
    isCut = bytes > (isEvents ? MAX_EVENTS : MAX_ANSWER) || lengthOf(reader.answer()) > MAX_ANSWER;
  }

  return {
    push(chunk) {
      if (isCut) return;
      bytes += chunk.length;
      if (bytes - measured > MEASURE_EVERY) measure();
      if (isCut) return;
      reader.push(decoder.decode(chunk, { stream: true }));
      if (first === null && isEvents) {
        const { text, reasoning, calls } = reader.answer();
        if (text !== "" || reasoning !== "" || calls.length > 0) first = now();
      }
    },
    end() {
      if (!isCut) reader.push(decoder.decode());
      if (!isCut || isEvents) reader.end();
    },
    answer: reader.answer,
    firstToken: () => first,
    isCut: () => isCut,
  };
}
