/** English sentences of what the rules found in a request. */
export const lint = {
  aboutTokens: "{count, plural, one {about # token} other {about # tokens}}",
  theModel: "the model",
  namesAndMore: "{names} and {more} more",
  prefixShort: "This marker's prefix is {prefix}; below {minimum, number} nothing is cached.",
  prefixBorderline:
    "This marker's prefix is {prefix}, between {low, number} and {high, number}: borderline, below {minimum, number} nothing is cached.",
  answers400: "the service answers 400",
  mayAnswer400: "the service may answer 400",
  uncalledResult: "{place} is the result of a call that the previous message does not make: {refused}.",
  unansweredCalls:
    "{place} makes {count, plural, one {a call} other {# calls}} without a result after it{named, select, none {} other { ({ids})}}: {refused}.",
  streamWithoutUsage:
    "The stream will tell no usage, so what was read and written stays unknown, or is shown as 0: ask for it with stream_options.include_usage.",
  contentMissing:
    "{place} calls tools and has no content: the service answers 400, “Input error. Field required: input.messages.{index}.content”.",
  emptyMarked: "{place} is an empty text: the effect of its marker is not documented, and there may be none.",
  playedAsOffered: "{doubt} Its markers are played as if it had.",
  historyLeftOut:
    "Request {request} of the conversation leaves out {place} but keeps {kept, plural, one {the message} other {the # messages}} after it, which must be paid for again: leave earlier messages as they were sent.",
  historyRewritten:
    "Request {request} of the conversation rewrites {place} but keeps {kept, plural, one {the message} other {the # messages}} after it, which must be paid for again: leave earlier messages as they were sent.",
  beyondLookback:
    "{between} content blocks lie between this marker and the end of the previous request{answer, select, none {} other { before {answer}}}, but a look-up goes back only {lookback}: that entry is not read.",
  imageMessage:
    "This marker is in {place}, which has an image: on qwen3.8-max such markers made no entry, so this one may add nothing.",
  tailReplaced:
    "{count, plural, one {The following request has} other {All # following requests have}} another message in place of {marked}, which carries this marker, so its entry is never read; they share {common}, up to {place}.",
  tailDiffersOnce:
    "The following request differs before this marker's end, so its entry is never read; they share {common}, up to {place}.",
  tailDiffersAlways:
    "All {count} following requests differ before this marker's end, so its entry is never read; they share {common}, up to {place}.",
  tailDiffers:
    "{differ} of {count} following requests differ before this marker's end, so its entry is never read; they share {common}, up to {place}.",
  besideString:
    "This marker is beside the string content of {place}, not on a part: it is ignored and makes no entry.",
  besideContent:
    "This marker is beside the content of {place}, not on a part: it is ignored and makes no entry.",
  onRequest: "This marker is on the request itself, not on a part: it is ignored and makes no entry.",
  onToolResult:
    "This marker is on a result of {calls} calls in {place}: on qwen-plus such a marker took effect {shift} off its place, so the entry may end elsewhere.",
  unknownType: 'The only type of a marker is "ephemeral": this marker has no effect and makes no entry.',
  ttlNeedless: "This ttl changes nothing: before Qwen4 every entry lives five minutes.",
  ttlUnread:
    "Before Qwen4 an entry lives five minutes, whatever its ttl; with a ttl of {ttl}, no entry at all has been observed.",
  breakpointUnread: "Only Qwen4 reads prompt_cache_breakpoint: with {model} this marker takes no effect.",
  unknownMode:
    'The only mode of a prompt_cache_breakpoint is "explicit": this marker has no effect and makes no entry.',
  inExtraBody:
    "Only an SDK unpacks extra_body; sent as it is, the service ignores it and the marker in it. Unpacked, the marker would be on the request, where it is ignored too.",
  inLibraryOption:
    "{place} is a library option, and the library writes the marker when it sends; in the body itself the service ignores it, and no entry is made.",
  cachePoint:
    "{key} is the marker of Amazon Bedrock; Model Studio documents only cache_control on a part, so no entry is made here.",
  inToolResult:
    "This marker is inside a tool's result, at {place}: only markers on the parts of a message are documented, so it does not count.",
  inResponses: "In Responses the service places its breakpoints itself: this marker means nothing there.",
  nobodyLooks:
    "No service looks for {key} at {place}: only a cache_control on a part of a message counts, so no entry is made here.",
  onlyMarkerDoubted:
    "The only marker may take no effect: its prefix is between {low, number} and {high, number} tokens, and an entry needs {minimum, number}. If it does not, this request writes and reads nothing{implicit, select, lost {, and the implicit cache is off as well} other {}}.",
  markerDoubted:
    "The marker in {place} may take no effect, and no other does: its prefix is between {low, number} and {high, number} tokens, and an entry needs {minimum, number}. If it does not, this request writes and reads nothing{implicit, select, lost {, and the implicit cache is off as well} other {}}.",
  noEffect:
    "{count, plural, one {The only marker takes no effect} other {None of the # markers takes effect}}: this request writes and reads nothing{implicit, select, lost {, and the implicit cache is off as well} other {}}.",
  mergedMarker:
    "The {count} system messages become one segment: no entry ends at this marker; the one in {place} applies instead.",
  mergedMessage:
    "{place} is merged into the system segment, so it cannot be read or missed on its own; a user message can.",
  latestAlias: "{name} is an alias that moves with the newest version: it is played as {meant}.",
  otherName:
    "{name} means {meant} and is played as that: the rest of the name belongs to a gateway or a client, and Model Studio itself accepts only {meant}.",
  modelSwitched:
    "Request {request} of the conversation uses {model}, but request {earlier} used {before}: entries are private to a model, so nothing is read and all is paid for again. Keep one model.",
  noCache: "Nothing is cached: {model} has no context cache in {region}.",
  promptShort: "Nothing is cached: the whole prompt is {prompt}, and a prefix needs {minimum, number}.",
  promptBorderline:
    "Probably nothing is cached: the whole prompt is {prompt}, between {low, number} and {high, number}, and a prefix needs {minimum, number}: borderline.",
  onlyImplicit: "Without a marker the implicit cache may read a common start, but no read is promised.",
  noImplicit: "Without a marker nothing is cached: {model} has no implicit cache in {region}.",
  requestTokens: "The request has {tokens}",
  requestTokensBetween: "The request has {tokens}, between {low, number} and {high, number}",
  refused: "{total}, but {model} accepts {limit}: it is refused.",
  refusedBorderline: "{total}, but {model} accepts {limit}: borderline, it may be refused.",
  beyondPrices:
    "{total}, but the known prices of {model} in {region} end at {end, number}: no cost can be given beyond that, and the service may refuse it.",
  beyondPricesBorderline:
    "{total}, but the known prices of {model} in {region} end at {end, number}: borderline, no cost can be given beyond that, and the service may refuse it.",
  thinkingShown:
    "The thinking in {place}{more, plural, =0 {} other { and # later answers}} is in the prefix now, but {model}'s template drops it once the user asks again: nothing from there on is then read{switch, select, offered {; preserve_thinking keeps it} other {}}.",
  thinkingDropped:
    "The thinking in {place}{more, plural, =0 {} other { and # later answers}}, before the newest question, is dropped by {model}'s template: it is in no prefix{switch, select, offered {; preserve_thinking keeps it} other {}}.",
  repeated: "{place} repeats the text of {first}: its {tokens} are paid for twice.",
  secret:
    "This looks like {secret} ({masked}): it is sent in {place} as plain text, and the model may repeat it.",
  andMore:
    "“{title}” holds of {count, plural, one {one more place} other {# more places}}, not listed one by one.",
  severalMarkers:
    "{place} has {count} markers, but {model} keeps one breakpoint there: only the last counts.",
  stableBehindWords:
    "About {tokens} that stay the same come after these changing words in {place}: once the words change, they are paid in full again.",
  stableBehindPart:
    "{place}, {tokens}, is in every following request too, but after {first}, which differs: it is paid in full each time.",
  systemMoved:
    "{place} is moved to the start, into the system segment: every change to it changes the whole prefix.",
  systemMovedPerhaps:
    "How the service treats {place}, a system message inside `messages`, is not documented; here it moves to the start, where every change to it changes the whole prefix.",
  budgetNotWhole: "{place} must be a positive whole number: the service answers 400 to anything else.",
  budgetEmpty: "{place} leaves no room to think: such a request was seen to be refused with 400.",
  budgetEmptyAdaptive:
    "{place} leaves no room for adaptive thinking: such a request was seen to be refused with 400.",
  noRoomForAnswer:
    "Thinking may take {budget, number} tokens and {place} is {limit, number}: if thinking counts towards it, nothing is left for the answer, and the service may answer 400.",
  tooManyMarkers:
    "Of {all, number} markers only the last {most} count ({kept}); {dropped, plural, one {this one makes} other {the first # make}} no entry.",
  tooManyMarkersFirst:
    "Of {all, number} markers only the first {most} count ({kept}), as chosen under Open questions; {dropped, plural, one {the last one makes} other {the last # make}} no entry.",
  onTool:
    "This marker on a tool is ignored: tools are part of the system segment, and only a marker there covers them.",
  sameToolName:
    "{place} has the same name as {first}, {name}: a call does not say which one is meant, and the service may refuse the request.",
  sameTool:
    "{place} repeats {first}, {name}: its tokens are sent twice, and leaving it out later changes every prefix.",
  toolsChanged:
    "Request {request} of the conversation {change}: every prefix changes with it, and nothing written before is read.",
  toolsAdded: "adds {added}",
  toolsRemoved: "leaves out {removed}",
  toolsReplaced: "adds {added} and leaves out {removed}",
  toolsReordered: "lists the tools in a different order",
  toolKeysReordered: "writes a tool's keys in a different order",
  toolRepeated: "lists a tool more or less often",
  toolReworded: "words a tool's description differently",
  uncountedRequest:
    "The request holds {what}: its tokens are not counted, so the counts from here on are minimums.",
  uncounted: "{place} holds {what}: its tokens are not counted, so the counts from here on are minimums.",
  noModelNamed:
    "The request names no model: one breakpoint per message, a minimum of 1,024 tokens and four markers are assumed.",
  unknownModel:
    "The catalogue does not know {name}: one breakpoint per message, a minimum of 1,024 tokens and four markers are assumed, and no cost is shown.",
  billingHeader:
    "A coding agent's attribution header differs for each new prompt, in older versions for each request, so no prefix is shared unless the service strips the line, which is unknown; CLAUDE_CODE_ATTRIBUTION_HEADER=0 switches it off.",
  volatile:
    "{kind, select, clock {This date or time} epoch {This timestamp} id {This id} uuid {This UUID} counter {This counter} hash {This hash} folder {This working directory} git {This git status} other {This changing text}} in {place} is before the last marker: once it changes, nothing from here on is read, and the prefix up to the marker is written again.",
  noPlaceInArray: "A bare array has no place for {key}.",
  requestEmpty: "The request is empty.",
} as const;
