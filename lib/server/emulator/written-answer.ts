/** An answer in the words of a dialect, before it is sent: as a whole, or as the events of a stream. */
import type { Figures } from "./account-cache";
import type { Reply } from "./compose-reply";

/** What both dialects write an answer from. */
export interface AnswerFacts {
  readonly requestId: string;
  readonly model: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly reply: Reply;
  /** As the service reports them. */
  readonly figures: Figures;
  readonly includeUsage: boolean;
}

export interface WrittenStream {
  /** Server-sent events up to the last word. */
  readonly events: readonly string[];
  /** The events that end the stream; what was written in the cache can be read once they are sent. */
  readonly ending: string;
}
