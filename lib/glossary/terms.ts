/** The words of the field, each explained in one or two sentences; the page shows them where a word is pointed at. */
import type { Said } from "../words/message";

export interface Term {
  readonly name: Said;
  /** One or two sentences, exact, for a reader who meets the word for the first time. */
  readonly says: string;
}

/** Figures are those of Model Studio where nothing else is said; a model's own are in its rules. */
const TERMS = {
  prefix: {
    name: "prefix",
    says: "Everything from the first token of a request, as the model reads it, up to some boundary. A cache can only give back a prefix: one token that differs ends it.",
  },
  tail: {
    name: "tail, generation prompt",
    says: "The few tokens that the chat template puts behind the last message, so that the model begins its answer. They follow every boundary and are never cached.",
  },
  template: {
    name: "chat template",
    says: "The rule by which a model's messages and tools become one text. Tokens are counted over that text, never over the JSON.",
  },
  segment: {
    name: "segment",
    says: "A unit of the prefix in the order in which the cache sees it: the tools, the system message, then each message.",
  },
  marker: {
    name: "marker",
    says: "A cache_control field written in the document. It asks for a cache entry that ends there; the rules decide whether it gets one.",
  },
  breakpoint: {
    name: "breakpoint",
    says: "A boundary at which an entry really ends, after the rules: a marker may be merged with another, moved to its message's end, dropped, ignored or too early.",
  },
  entry: {
    name: "entry",
    says: "What the service keeps of one prefix, private to an account and a model. It can be read until it expires, by default five minutes after its last write or read.",
  },
  read: {
    name: "read",
    says: "Input tokens taken from a live entry, billed at the hit price, a small part of the input price.",
  },
  written: {
    name: "written",
    says: "Input tokens stored in a new entry, billed at the creation price, which is above the input price.",
  },
  uncached: {
    name: "uncached",
    says: "Input tokens neither read nor written, billed at the plain input price. Read, written and uncached together are the whole input.",
  },
  completion: {
    name: "completion",
    says: "The tokens of the answer, thinking included. No cache makes them cheaper.",
  },
  lookback: {
    name: "look-back",
    says: "How far the service searches back from a breakpoint for an entry to read: over at most 20 content blocks. An entry further back is not found, however alive it is.",
  },
  block: {
    name: "content block",
    says: "What the look-back counts: a text message is one block, a message made of parts one block a part.",
  },
  minimum: {
    name: "minimum",
    says: "The shortest prefix that becomes an entry: 1,024 tokens for the explicit cache, counted from the first token and not from the last marker.",
  },
  hit: {
    name: "hit",
    says: "A request that reads from an entry. It is whole where everything that could have been read was read.",
  },
  miss: {
    name: "miss",
    says: "A request that pays again for tokens it could have read, because its text changed, the entry had ended, or a rule stood in the way.",
  },
  follows: {
    name: "follows from the document",
    says: "This request is not written by hand: it is the document with the scenario's turns appended, so a change of the document changes it too.",
  },
  filler: {
    name: "filler",
    says: "Made-up text of a given number of tokens. It stands for words that do not matter for the cache or are not to be shown.",
  },
  implicit: {
    name: "implicit cache",
    says: "The service's own cache for requests without markers. It may read a common beginning at a lower price, writes at no extra price, and promises nothing.",
  },
  explicit: {
    name: "explicit cache",
    says: "The cache that markers ask for. Writing costs more than plain input, and a live entry with the same prefix is read for certain.",
  },
  session: {
    name: "session cache",
    says: "A cache that a header switches on for the Responses API: the service keeps the conversation and places the boundaries itself.",
  },
  canonical: {
    name: "canonical order",
    says: "Fields and tools in one fixed order, so that the same request always has the same text. Without it an unstable order makes every request miss.",
  },
  shape: {
    name: "shape only",
    says: "A layout whose words are replaced by filler of as many tokens: sizes, markers and costs are true, and nothing can be read out of it.",
  },
  breakEven: {
    name: "break-even",
    says: "The first request after which the conversation has cost no more than it would have without a cache: by then the reads have paid for the writes.",
  },
  atBest: {
    name: "at best",
    says: "What it would cost if the implicit cache read all it could. The service promises none of it, so the true cost lies in between.",
  },
  withoutCache: {
    name: "without cache",
    says: "The same requests with every input token at the plain input price.",
  },
  keepAlive: {
    name: "keep-alive",
    says: "A short request sent only to read an entry before it expires, which makes it live on. It pays where the next real request would otherwise write everything again.",
  },
  placement: {
    name: "placement",
    says: "The rule that says where markers stand in every request of a conversation, for example behind the system message and on the newest message.",
  },
  scenario: {
    name: "scenario",
    says: "The conversation that is played: the document as its first request, then turns with their pauses, answers and changes.",
  },
  estimate: {
    name: "estimate",
    says: "A token count made with a vocabulary that is not the model's own. The band says how far the true count may lie to either side.",
  },
  calibrated: {
    name: "calibrated",
    says: "An estimate corrected by the ratio between a count of the service and the count made here for the same request.",
  },
} as const satisfies Readonly<Record<string, Term>>;

export type TermId = keyof typeof TERMS;

export const findTerm = (id: TermId): Term => TERMS[id];

/** All of them, in the order in which they explain each other. */
export const listTerms = (): readonly (Term & { readonly id: TermId })[] =>
  (Object.keys(TERMS) as TermId[]).map((id) => ({ id, ...TERMS[id] }));
