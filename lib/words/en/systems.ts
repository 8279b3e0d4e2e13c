/** English texts of the cache systems: what they refuse, and why a request read what it read. */
export const systems = {
  hostOfOnesOwn: "A host of your own",
  moonshotObjects: "Moonshot v1, rented objects",

  markedAlready: "The last segment is already marked, for {own}, where automatic caching asks for {asked}.",
  markerOnThinking: "There is a marker on a thinking block.",
  lifeNotOffered: "A marker asks for {asked} s; only {lives} s is available.",
  lifeNoTime: "A marker asks for a life that is not a duration; only {lives} s is available.",
  lifeOr: "{first} or {second}",
  tooManyMarkers: "At most {most} markers are allowed; there are {count}.",
  tooManyWithOwn: "At most {most} markers are allowed; there are {count}, the automatic one included.",
  shorterFirst: "A marker with a shorter life comes before one with a longer life.",
  tooFew:
    "{prefix, plural, one {# token is} other {# tokens are}} fewer than the {minimum, plural, one {# token} other {# tokens}} an entry needs.",
  toolsUncounted: "A marker on tools does not count.",

  readLive: "Read {read, plural, one {# token} other {# tokens}} from a live entry.",
  wroteFirst: "Wrote {written, plural, one {# token} other {# tokens}} for the first time.",
  noneCounts: "No marker counts, so nothing is read or written.",
  upToMarkerTooFew:
    "{prefix, plural, one {# token} other {# tokens}} up to the marker are fewer than the {minimum, plural, one {# token} other {# tokens}} an entry needs.",
  entryExpired: "An entry of {entry, plural, one {# token} other {# tokens}} was not read in time.",
  entryPending: "An entry of {entry, plural, one {# token} other {# tokens}} can be read {wait} later.",
  entryBehind: "An entry of {entry, plural, one {# token} other {# tokens}} lies behind the last marker.",
  entryBeyond:
    "An entry of {entry, plural, one {# token} other {# tokens}} lies more than {positions} positions before the next marker.",
  entryUnseen:
    "An entry of {entry, plural, one {# token} other {# tokens}} ends where this request does not look.",

  answerUncounted: "A marker on an answer or on tools does not count.",
  latestCount: "With more than {most} boundaries, the latest count.",
  noBoundary: "No boundary: nothing is read or written.",
  boundariesTooFew:
    "Every boundary ends before the {minimum, plural, one {# token} other {# tokens}} an entry needs.",

  readCommon:
    "Read {read, plural, one {# token} other {# tokens}}: the first {common, plural, one {# token matches} other {# tokens match}} an earlier request.",
  commonNotDrawn:
    "The first {common, plural, one {# token matches} other {# tokens match}} an earlier request, and reads have a probability of {probability}: this one did not happen.",
  commonTooFew:
    "The first {common, plural, one {# token matches} other {# tokens match}} an earlier request, fewer than the {minimum, plural, one {# token} other {# tokens}} of a read.",
  commonNoStep:
    "The first {common, plural, one {# token matches} other {# tokens match}} an earlier request, less than one step.",
  commonEnded:
    "The first {common, plural, one {# token matches} other {# tokens match}} a request that is too long ago.",
  noneEnded: "No earlier request that has ended begins like this one.",

  unitRead: "{read, number} tokens are read from a stored prefix of {unit, number}.",
  unitPending: "A stored prefix of {pending, number} tokens is not ready yet: its request has not ended.",
  unitParts:
    "The first {common, number} tokens match an earlier request, but no stored prefix ended there; from now on one does.",
  unitTooFew: "The stored prefix has {unit, number} tokens, fewer than a step of {step}.",
  noneBefore: "No earlier request begins like this one.",

  inMemory: "{read, number} tokens were in memory and need no prefill.",
  evicted:
    "{kept, number} tokens were in memory before; {lost, number} of them were evicted for other prompts.",
  noPromptBefore: "No earlier prompt begins like this one.",
  fillsNoBlock: "The first {common, number} tokens are known, which fills no block of {unit, number}.",
  fillsNoPage: "The first {common, number} tokens are known, which fills no page of {unit, number}.",
  fillsNoChunk: "The first {common, number} tokens are known, which fills no chunk of {unit, number}.",
  fillsNoToken: "The first {common, number} tokens are known, which fills no token of {unit, number}.",
  differsAfter: "After {common, number} tokens it differs from all earlier prompts.",
  memoryBlocks:
    "The prompt takes {blocks, number} blocks of {block, number} tokens; the memory holds {size, number}.",
  memoryPages: "The prompt takes {tokens, number} tokens in whole pages; the memory holds {size, number}.",

  earlierObject: "An object ends at the last marker; an earlier one has no effect.",
  objectUsed: "Uses the object of {tokens, number} tokens.",
  objectMade: "An object of {tokens, number} tokens is made and used at once.",
  objectMadeAnew:
    "The object of the same text has expired; using it does not extend its life. An object of {tokens, number} tokens is made and used at once.",
  noObject: "No marker: there is no object to use.",
  objectTooFew:
    "{prefix, number} tokens up to the last marker are fewer than the minimum of {minimum, number}: no object is made.",

  ignoredTool:
    "A marker on a tool is ignored: tools are part of the system segment, so mark the system message instead.",
  ignoredMessage: "A marker on a message itself is ignored: it belongs on a part of a `content` array.",
  ignoredRequest: "A marker on the request itself is ignored: it belongs on a part of a `content` array.",
  mergedMessage: "A message keeps one breakpoint, at its end: its last marker counts instead of this one.",
  mergedSystem:
    "All system messages become one segment: the last marker among them counts instead of this one.",
  mergedPart: "Another marker on the same part counts instead of this one.",
  mergedSegment: "Another marker after the same segment counts instead of this one.",
  otherType: 'The only type of a `cache_control` is "ephemeral"; a marker of another type has no effect.',
  otherMode:
    'The only mode of a `prompt_cache_breakpoint` is "explicit"; a marker of another mode has no effect.',
  qwen4Only: "Only Qwen4 models read `prompt_cache_breakpoint`; use `cache_control` with {model}.",
  noPlaceSegment: "The marked segment has no place in the rendered prompt.",
  noPlacePart: "The marked part has no place in the rendered prompt.",
  noExplicit: "{name} has no explicit cache in {region}, so its markers have no effect.",
  noImplicit: "{name} has no implicit cache in {region}, so nothing is read without a marker.",
  noExplicitAnywhere: "{name} has no explicit cache in any region, so its markers have no effect.",
  noImplicitAnywhere: "{name} has no implicit cache in any region, so nothing is read without a marker.",
  asksAutomatic: "It marks no part: it asks for automatic caching, as chosen under Open questions.",
  hourNoEntry: 'A marker with "ttl": "1h" has no effect before Qwen4, as chosen under Open questions.',
  notLastResult:
    "A marker on a tool result counts on the last of several only, as chosen under Open questions.",
  laterDropped:
    "A request has at most {most} breakpoints: of {count} markers the first {most} count, and this is a later one.",
  earlierDropped:
    "A request has at most {most} breakpoints: of {count} markers the last {most} count, and this is an earlier one.",
  tooShort:
    "The prefix up to this marker is {prefix, plural, one {# token} other {# tokens}}; below {minimum, number} no entry is made.",
  tooShortAbout:
    "The prefix up to this marker is about {prefix, plural, one {# token} other {# tokens}}; below {minimum, number} no entry is made.",
  borderline:
    "The prefix up to this marker is {prefix, plural, one {# token} other {# tokens}}, between {low, number} and {high, number}: borderline, below {minimum, number} no entry is made.",
  borderlineAbout:
    "The prefix up to this marker is about {prefix, plural, one {# token} other {# tokens}}, between {low, number} and {high, number}: borderline, below {minimum, number} no entry is made.",
  batchNoDiscount: "In a batch file cached tokens have no discount, so markers change nothing.",

  sessionPlacesItself:
    "In Responses the service places its breakpoints itself: a marker means nothing there.",
  menuAsMarked: "As the markers say",
  menuBatch: "Batch file",
  menuNoSession: "Implicit, without its header",
  menuSession: "Session (Responses API)",
} as const;
