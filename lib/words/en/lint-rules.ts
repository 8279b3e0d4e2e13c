/** English names of the rules, and why each is there. */
export const lintRules = {
  belowMinimum: "Prefix below the minimum",
  belowMinimumWhy:
    "An entry needs 1,024 tokens from the start of the request to the marker. A marker before that makes no entry and reads none, without an error; it still selects the explicit cache. Increments behind a long prefix may be as short as they like. Where the count is an estimate whose band straddles the minimum, the marker is borderline.",
  callsAndResults: "Call without a result",
  callsAndResultsWhy:
    "Behind an assistant message with tool calls there must be a result for each of them, and a result must answer such a call: otherwise the service answers 400. An agent that was interrupted, or a history that was cut, leaves such halves behind.",
  streamWithoutUsage: "A stream that tells no usage",
  streamWithoutUsageWhy:
    "A streamed answer of the OpenAI-compatible endpoint has its usage only where stream_options.include_usage asks for it. Without it every request seems to read and write 0 tokens.",
  contentMissing: "No content beside the calls",
  contentMissingWhy:
    "An assistant message that only calls tools may leave its content out at other services. Model Studio then answers 400: “Field required: input.messages.N.content”. An empty string or null is accepted.",
  emptyMarkedText: "Marker on an empty text",
  emptyMarkedTextWhy:
    "A text part without text adds nothing to the prefix, and what a marker on it does is not documented; the Anthropic service refuses such a part. Put the marker on the part before it.",
  explicitNotOffered: "No explicit cache for this model here",
  explicitNotOfferedWhy:
    "Not every model has the explicit cache in every region. Where it has none, markers make no entry. Choose the region of your key, if it is another one, or another model.",
  historyRewritten: "History rewritten",
  historyRewrittenWhy:
    "An entry is read where every message up to it is as it was sent. A client that shortens, drops or edits an earlier message keeps the later ones and still pays for all of them again. Append to the history, and leave what was sent as it is.",
  jsonInvalid: "Not valid JSON",
  jsonInvalidWhy:
    "The service refuses a body that is not JSON. Comments and trailing commas are tolerated here, and are taken out before a request is sent.",
  lookbackExceeded: "Beyond the look-back",
  lookbackExceededWhy:
    "From a marker a look-up goes back 20 content blocks. A turn that adds more, such as many tool results at once, leaves the previous request's entry out of reach: it is not read, and everything is written anew. One more marker in between is a bridge.",
  markerInImageMessage: "Marker in a message with an image",
  markerInImageMessageWhy:
    "On qwen3.8-max a marker inside a message that holds an image was seen to add nothing: the tokens read stayed the same from turn to turn, and one message earlier they grew. The documentation does not say so. Put the marker on the message before.",
  markerOnChangingTail: "Marker on what changes",
  markerOnChangingTailWhy:
    "A marker caches everything up to its own place. Where that includes the part that differs from request to request, as in a batch over one prompt, or a message that an agent adds to each request and drops from the next, every request writes an entry that none reads. Put the marker at the end of what they have in common: the last message that stays.",
  markerOnStringContent: "Marker beside the content",
  markerOnStringContentWhy:
    "Only a part of a content array can carry a marker. One on the message object, beside a string or an array, is ignored: no entry is made there. Turn the string into an array of one text part and put the marker on that part.",
  markerOnToolResult: "Marker on a tool result",
  markerOnToolResultWhy:
    "The documentation allows a marker on a tool message. On qwen-plus, where an answer had made several calls, such a marker was seen to take effect elsewhere, shifted by the number of calls less one. Compare what the service reports as written with the count shown here.",
  markerShape: "Marker with an unknown value",
  markerShapeWhy: `The one marker that every model knows is "cache_control": '{'"type": "ephemeral"'}'; its entries live five minutes. A ttl, and the marker prompt_cache_breakpoint, belong to Qwen4. A marker of another form makes no entry, and still turns the implicit cache off.`,
  markerWhereNobodyLooks: "Marker where nobody looks",
  markerWhereNobodyLooksWhy:
    "A marker counts on a part of a message's content, and nowhere else is documented. Options of a library (providerOptions, extra_body) only become markers when that library sends them; cachePoint is Amazon Bedrock's; blocks inside a tool's result carry none. Sent as it stands the body has no marker there.",
  markersWithoutEffect: "No marker takes effect",
  markersWithoutEffectWhy:
    "A marker selects the explicit cache for the whole request, whether it takes effect or not as far as the documentation goes. Where none does, nothing is written or read, and the implicit cache is lost too.",
  mergedSystem: "Merged system messages",
  mergedSystemWhy:
    "Several system messages become one segment with one breakpoint, at its end, so a marker on an earlier one makes no entry. Put what is to be cached on its own, such as a knowledge base, into a user message.",
  modelByAnotherName: "Model by another name",
  modelByAnotherNameWhy:
    "Gateways and vendors put a prefix before a model's name (qwen/…, dashscope/…), clients a suffix behind it ([1m], :free), and -latest stands for the newest version. The model that is meant is played, with its rules and prices; Model Studio itself takes only its own names.",
  modelSwitched: "Model changed midway",
  modelSwitchedWhy:
    "Entries are private to a model: where a conversation goes on with another one, nothing of it is read, and all of it is paid for again. Stay with one model within a conversation, or begin a new one with the other.",
  noMarker: "No marker",
  noMarkerWhy:
    "Without a marker the implicit cache applies, where the model has one: it may read a common start, but a read is not promised, even for an identical request. A marker makes the read certain for five minutes.",
  overContext: "More than the model takes",
  overContextWhy:
    "A model takes a limited number of input tokens, cached or not: a longer request is refused. Where the limit is not documented, the end of the price list is the only hint, and no cost is shown beyond it.",
  reasoningInHistory: "Thinking in past answers",
  reasoningInHistoryWhy:
    "By the templates of the open weights, Qwen3 to Qwen3.7 render the thinking of an answer only until the user's next question. In an agent's loop it lies inside the prefix, and when the next question arrives it is gone: nothing from there on is read. From Qwen3.6 preserve_thinking keeps it, Qwen3.8 and Qwen4 keep it by themselves. Whether the hosted models do the same is not documented.",
  repeatedContent: "The same text twice",
  repeatedContentWhy:
    "A cache shares the start of requests, not texts within one: a text that a request holds twice is counted and paid twice. A file read again in an agent's loop is the usual case; a knowledge base sent with every question is another. Refer to the first copy instead.",
  requestShape: "Not the shape of a request",
  requestShapeWhy:
    "The service answers 400 (InvalidParameter) to a body whose messages, roles, parts or tools it does not know. What can be read is still shown and counted.",
  secretInRequest: "Secret in the request",
  secretInRequestWhy:
    "A key or token in a text is sent like any other word: the service and the model read it, an entry may hold it, and the answer may repeat it. A link to this page would carry it as well. Take it out, and replace the key if it has been sent.",
  severalMarkersInMessage: "Several markers in one message",
  severalMarkersInMessageWhy:
    "From Qwen3.5 to Qwen3.8 a message has one breakpoint, at its end: several markers in it make one entry, and nothing ever matches inside the message. To cache a part on its own, give it a message of its own.",
  stableAfterVolatile: "Stable text behind changing words",
  stableAfterVolatileWhy:
    "A prefix is identical only up to the first word that differs. A knowledge base or manual that stands behind a clock, an id or the user's question can never be read from the cache, though it never changes. Put what stays the same first, and what changes behind it.",
  systemNotFirst: "System message behind others",
  systemNotFirstWhy:
    "From Qwen3.5 to Qwen3.8 all system messages become one segment at the head, also those written later. One that is added or changed in the middle of a conversation changes the head, so nothing behind it is read. A user message stays where it is written.",
  thinkingBudget: "Budget for thinking",
  thinkingBudgetWhy:
    "thinking_budget must be a positive whole number within the model's longest chain of thought, or the service answers 400. The limit of the answer, max_tokens, must lie above it: where thinking counts towards the limit, nothing is left for the answer, and other services refuse such a request.",
  tooManyMarkers: "Too many markers",
  tooManyMarkersWhy:
    "A request has four breakpoints at most. Of more markers the last four count; the earlier ones make no entry and look nothing up, without an error.",
  toolsMarkerIgnored: "Marker on a tool",
  toolsMarkerIgnoredWhy:
    "Tools are rendered into the system segment, and a marker on a tool is ignored. A marker on the system message covers them: their order, their fields and the fields' order must then stay the same.",
  toolsUnstable: "Unstable tools",
  toolsUnstableWhy:
    "Tools stand at the head of the prompt, and any change of them changes every prefix: their order, the order of their keys, one more or one less. Two tools under one name mostly come from a list that is put together anew for each request; a call does not say which one is meant, and the service may refuse the request. Write the list once, in a fixed order.",
  uncountedContent: "Not counted",
  uncountedContentWhy:
    "The tokens of files, documents and sound, and of fields that are documented for other services only, cannot be told from the request. Every count behind them is the least it may be, so whether a prefix reaches the minimum cannot always be told. The usage of the answer says what they took.",
  unknownModel: "Unknown model",
  unknownModelWhy:
    "The catalogue has no limits or prices for this name. The simulation then assumes breakpoints at message ends, a minimum of 1,024 tokens and four markers, and shows no cost.",
  volatileBeforeMarker: "Changing words before the marker",
  volatileBeforeMarkerWhy:
    "Any change before a marker makes another prefix: nothing behind the change is read, and all of it is written anew. Clocks, dates, ids, folders and a coding agent's billing line change between requests. Put such words behind the last marker, for example into the newest user message.",
} as const;
