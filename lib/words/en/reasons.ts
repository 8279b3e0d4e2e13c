/** English sentences of why a request read what it read. */
export const reasons = {
  request: "request {number}",
  nothing: "nothing",
  namesAndMore: "{names} and {more} more",
  plain: "{opening}.",
  loss: "{opening}. Of the {left} that {who} left, {read} were read.",
  lossNone: "{opening}. Of the {left} that {who} left, none were read.",
  lossAgain:
    "{opening}. Of the {left} that {who} left, {read} were read and {lost} had to be paid for again.",
  lossNoneAgain:
    "{opening}. Of the {left} that {who} left, none were read and {lost} had to be paid for again.",
  readPlain: "{opening}.",
  readWrote: "{opening}; wrote {written} more.",
  readUncached: "{opening}; {uncached} were uncached.",
  readEntry: "Read {read} from the entry that {who} wrote; its five minutes start again",
  readEntryHour: "Read {read} from the entry that {who} wrote; it lives an hour from here on",
  readCommon: "Read {read}: the first {common} match an earlier request, counted in steps of 128",
  readAll: "Read {read}, all of what {who} left",
  readHeld: "Read {read} from the entry that {who} left",
  readMore: "Read {read}, more than what {who} left",
  readUnmeasured: "Read {read}; what {who} left is not known",
  readLane: "Opens its own conversation and reads {read}",
  readLaneOf: "Opens its own conversation and reads {read} that {who} left",
  readImplicit: "Read {read} from the implicit cache, which needs no marker and promises nothing",
  readEarlier: "Read {read} from an entry that was already there",
  readLuck: "Read {read}, which the rules do not promise here: the entry lived longer, or was already there",
  messageDiffers: "Message {message} differs from that of {who}: {words}",
  unseen:
    "Read {read} of the {left} that {who} left: the last {last} were replaced, or the longer entry was not found.",
  unseenSource:
    "Read {read} of the {left} that {who} left, just what {source} left: the last {last} were replaced, or the longer entry was not found.",
  endsEarly: "The request ends where {who} went on",
  endsBefore: "The request ends before message {message}, where {who} went on",
  contentDiffers: "The content differs from {who} from {pointer} on",
  nothingMatches: "{opening}, so nothing that it wrote matches.",
  noEntryEnds: "{opening}: the first {common} match, and no entry ends there.",
  noLongerEntryEnds: "{opening}: the first {common} match, and no longer entry ends there.",
  wrote: "Wrote {written}",
  stored: "Stored {written} at the price of plain input",
  wroteAfter: "{opening}; {who} had left nothing to read.",
  wroteFirst: "{opening}; there was nothing to read.",
  wroteReadable:
    "{opening}, for the first time; they can be read once this response has ended, {seconds, number} s after its start.",
  wroteBeyond:
    "{opening} beyond what was read, for the first time; they can be read once this response has ended, {seconds, number} s after its start.",
  ownPrefix: "Opens its own conversation with a different start, so nothing could be read; wrote {written}.",
  modelChanged:
    "The model changed: {who} went to {before}, this one to {now}, and entries are private to a model",
  keyApart:
    "It came with a different key from {who}, which left {promised} to read: two keys are played as sharing no entries, and {read} were read.",
  keyChanged:
    "It came with a different key from {who}, which left {promised} to read: entries are private to an account, and {read} were billed as read.",
  toolsDiffer:
    "The tools differ from those of {who}: they belong to the system segment, and a changed order, field or value makes it another prefix",
  toolsDifferIn: "The tools differ from those of {who}: {words}",
  systemDiffers: "The system message differs from that of {who}, so nothing from there on matches",
  systemDiffersIn: "The system message differs from that of {who}: {words}",
  compacted: "A summary replaced the history after {who}, and the {common} before it stayed the same",
  rerendered:
    "The words are those of {who}, but the chat template renders an answer before the newest question differently",
  expired:
    "The entry of {entry} was last written or renewed {idle, number} s before this request and lives {life, number} s.",
  expiredOf:
    "The entry of {entry} that {who} left was last written or renewed {idle, number} s before this request and lives {life, number} s.",
  notYetWritten:
    "The entry of {entry} that {who} is writing can be read once a response that writes it has ended, {wait, number} s after this request starts.",
  beyondLookback:
    "A live entry of {entry} lies {between, number} content blocks before the next marker; a look-up goes back {lookback, number}.",
  notOffered: "{words} The request plays as one without a marker.",
  noImplicit: "The model has no implicit cache in the region: without a marker nothing is read.",
  batch: "A batch file is billed at half price, with no discount for cached tokens: markers change nothing.",
  nothingRead: "Nothing was read of the {left} that {who} left.",
  nothingReadBut: "Nothing was read of the {left} that {who} left. {words}",
  noEffect: "No marker takes effect, so nothing is read or written; the implicit cache is not used either.",
  noEffectBut:
    "No marker takes effect, so nothing is read or written; the implicit cache is not used either. {words}",
  unmarkedEnd:
    "A live entry of {entry} ends after the last breakpoint; with no marker there it is not looked up.",
  noMarker: "No marker: the request uses the implicit cache and writes no entry.",
  noMarkerUnread:
    "No marker: the request uses the implicit cache and writes no entry. The live entry of {entry} that {who} wrote stays unread.",
  inputShort:
    "The input up to the end of the last message is {input}, too short for an entry at the breakpoint the service would place there.",
  commonShort: "Only the first {common} match an earlier request; implicit reads start at {minimum, number}.",
  neverImplicit:
    "The implicit cache may read a common prefix at a lower price, but promises nothing: no read is counted.",
  alwaysImplicit: "This read is what an ideal implicit cache gives; the service promises none.",
  drawn: "This read was drawn with a probability of {percent, number} %; the service promises none.",
  notDrawn: "{readable} could have been read; with a probability of {percent, number} % no read was drawn.",
  notFound:
    "By the rules {promised} should have been read, but {read} were billed as read: the entry was not found.",
  unknownLeft: "Nothing was read; what {who} left is not known.",
  onlyRead: "Only {read} of the {left} that {who} left were read.",
  unread:
    "Nothing was read of the {left} that {who} left {gap, number} s earlier: either the start of the prompt changed or the entry was not found; only the body could tell.",
  toolsAdded: "{count, plural, one {{added} was added} other {{added} were added}}",
  toolsRemoved: "{count, plural, one {{removed} was removed} other {{removed} were removed}}",
  bothChanged: "{one} and {other}",
  toolsReordered: "their order changed, from {before} to {after} on",
  toolChanged: "{name} changed from {before} to {after}",
  oneToolChanged: "one changed from {before} to {after}",
  wordsDiffer: "{before} there, {after} here",
  headerDiffers:
    "only Claude Code's attribution header, a fingerprint of the first prompt, differs ({before} there, {after} here)",
  markerNoEffect: "The marker has no effect.",
  sameForMore: "{words} The same goes for {count} more.",
} as const;
