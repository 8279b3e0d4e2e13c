/** Why a request read what it read: each kind of reason by its one name, explained in a sentence or two. */
import { nameReason, type ReasonKind } from "../reasons/kinds";
import type { Term } from "./terms";

const SAYS: Readonly<Record<ReasonKind, string>> = {
  hit: "The request read a live entry whose prefix is its own beginning.",
  first_write: "Nothing had been cached that this request could read, so it wrote what later ones may read.",
  own_prefix:
    "The first request of a conversation that begins unlike all others: there was no entry it could share.",
  model_changed: "The conversation went to another model, and entries are private to a model.",
  key_changed: "The request came with another key, and entries are private to an account.",
  tools_changed:
    "The tools, or their order, differ from those before. They are part of the prefix's first segment, so all that follows is another prefix.",
  system_changed:
    "The system text differs from the one before. From the first character that differs on, nothing can be read.",
  messages_changed:
    "A message of the history differs from what was sent before, so only the part in front of it can be read.",
  compacted: "The history was replaced by a summary: what was cached of it is of no use any more.",
  rerendered:
    "The words are the same, but the chat template writes them in another way than before, an answer without its thinking, for example.",
  expired:
    "The entry was not read in time: it ends some time after its last write or read, five minutes in Model Studio.",
  not_yet_written:
    "An entry can be read once the response that writes it has ended. Requests sent before that write it too.",
  evicted: "The memory of the engine is full, and what was used least recently makes room for other prompts.",
  beyond_lookback:
    "A live entry lies more content blocks before the marker than the look-back goes, 20 in Model Studio.",
  marker_dropped: "Of more than four markers only the last four count; this one was left out.",
  not_offered: "The model has no such cache in the region, so markers have no effect there.",
  no_marker: "No marker of the request takes effect where an entry could be read or written.",
  below_minimum: "The prefix up to the marker is shorter than the shortest that is cached.",
  implicit_not_promised:
    "Without markers only the implicit cache may read, and the service promises nothing of it.",
  price_unknown: "No price is known for some of the request's tokens, so its cost is not known either.",
  not_found: "By the rules the entry was there, and the service billed no read of it.",
  failed: "The service refused the request or answered with an error; nothing is billed.",
  unknown: "What was recorded does not tell why.",
};

/** A kind of reason as a term, under the name it has everywhere. */
export const explainReason = (kind: ReasonKind): Term => ({ name: nameReason(kind), says: SAYS[kind] });
