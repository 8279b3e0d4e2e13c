/** An answer in the words of a dialect, before it is sent: as a whole, or as the events of a stream. */
import type { Figures } from "./account-cache";
import type { Reply } from "./compose-reply";
import type { ServiceError } from "./service-error";

/** What both dialects write an answer from. */
export interface AnswerFacts {
  readonly requestId: string;
  readonly model: string;
  /** Epoch seconds. */
  readonly at: number;
  /** The answer; the first where there are several. */
  readonly reply: Reply;
  /** All of them. */
  readonly replies: readonly Reply[];
  /** As the service reports them. */
  readonly figures: Figures;
  readonly includeUsage: boolean;
}

export interface WrittenStream {
  /** Server-sent events up to the last word. */
  readonly events: readonly string[];
  /** The events that end the stream; what was written in the cache can be read once they are sent. */
  readonly ending: string;
  /** The event that tells of an error within the stream; nothing follows it. */
  readonly failure?: (error: ServiceError) => string;
}
