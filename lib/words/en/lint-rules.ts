/** English names of the rules, and why each is there. */
export const lintRules = {
  belowMinimum: "Prefix below the minimum",
  belowMinimumWhy:
    "An entry needs 1,024 tokens from the start of the request to the marker. An earlier marker makes no entry and reads none, without an error; it still selects the explicit cache. Increments after a long prefix may be as short as you like. If the count is an estimate whose band includes the minimum, the marker is borderline.",
  callsAndResults: "Call without a result",
  callsAndResultsWhy:
    "After an assistant message with tool calls, each call must have a result, and each result must answer a call; otherwise the service answers 400. An interrupted agent or a truncated history leaves calls or results without their counterpart.",
  streamWithoutUsage: "A stream that tells no usage",
  streamWithoutUsageWhy:
    "A streamed answer of the OpenAI-compatible endpoint has its usage only where stream_options.include_usage asks for it. Without it every request seems to read and write 0 tokens.",
  contentMissing: "No content beside the calls",
  contentMissingWhy:
    "At other services, an assistant message that only calls tools may omit its content. Model Studio then answers 400: “Field required: input.messages.N.content”. It accepts an empty string or null.",
  emptyMarkedText: "Marker on an empty text",
  emptyMarkedTextWhy:
    "An empty text part adds nothing to the prefix, and the effect of a marker on it is not documented; the Anthropic service refuses it. Put the marker on the part before it.",
  explicitNotOffered: "No explicit cache for this model here",
  explicitNotOfferedWhy:
    "Not every model has the explicit cache in every region. Without it, markers make no entry. Choose your key's region, if it is another one, or another model.",
  historyRewritten: "History rewritten",
  historyRewrittenWhy:
    "An entry is read only if every message up to it is exactly as it was sent. A client that shortens, drops or edits an earlier message pays again for all the messages after it. Append to the history, and leave what was sent unchanged.",
  jsonInvalid: "Not valid JSON",
  jsonInvalidWhy:
    "The service refuses a body that is not JSON. Comments and trailing commas are allowed here and removed before a request is sent.",
  lookbackExceeded: "Beyond the look-back",
  lookbackExceededWhy:
    "From a marker, a look-up goes back 20 content blocks. A turn that adds more, such as many tool results at once, puts the previous request's entry out of reach: it is not read, and everything is written again. Another marker in between bridges the gap.",
  markerInImageMessage: "Marker in a message with an image",
  markerInImageMessageWhy:
    "On qwen3.8-max, a marker inside a message with an image was seen to add nothing: the tokens read stayed the same from turn to turn, whereas with the marker one message earlier they grew. The documentation does not mention this. Put the marker on the message before.",
  markerOnChangingTail: "Marker on what changes",
  markerOnChangingTailWhy:
    "A marker caches everything up to its place. If that includes a part that differs from request to request, such as the varying end of a batch over one prompt, or a message that an agent adds to each request and drops from the next, every request writes an entry that none reads. Put the marker at the end of the common part: the last message that stays.",
  markerOnStringContent: "Marker beside the content",
  markerOnStringContentWhy:
    "Only a part of a content array can carry a marker. One on the message object, beside a string or an array, is ignored and makes no entry. Turn the string into an array of one text part and put the marker on that part.",
  markerOnToolResult: "Marker on a tool result",
  markerOnToolResultWhy:
    "The documentation allows a marker on a tool message. On qwen-plus, if an answer made several calls, the marker was seen to take effect elsewhere, shifted by the number of calls less one. Compare the tokens the service reports as written with the count shown here.",
  markerShape: "Marker with an unknown value",
  markerShapeWhy:
    'The only marker that every model knows is "cache_control": \'{\'"type": "ephemeral"\'}\'; its entries live five minutes. A ttl and the marker prompt_cache_breakpoint belong to Qwen4. A marker in any other form makes no entry, but still turns the implicit cache off.',
  markerWhereNobodyLooks: "Marker where nobody looks",
  markerWhereNobodyLooksWhy:
    "A marker counts only on a part of a message's content; no other place is documented. Library options (providerOptions, extra_body) become markers only when that library sends them; cachePoint belongs to Amazon Bedrock; blocks inside a tool's result carry none. Sent as it is, the body has no marker there.",
  markersWithoutEffect: "No marker takes effect",
  markersWithoutEffectWhy:
    "According to the documentation, a marker selects the explicit cache for the whole request, whether it takes effect or not. If none does, nothing is written or read, and the implicit cache is lost too.",
  mergedSystem: "Merged system messages",
  mergedSystemWhy:
    "Several system messages become one segment with one breakpoint, at its end, so a marker on an earlier one makes no entry. To cache something separately, such as a knowledge base, put it into a user message.",
  modelByAnotherName: "Model by another name",
  modelByAnotherNameWhy:
    "Gateways and vendors add a prefix to a model's name (qwen/…, dashscope/…), clients a suffix ([1m], :free), and -latest stands for the newest version. The intended model is played, with its rules and prices; Model Studio itself accepts only its own names.",
  modelSwitched: "Model changed midway",
  modelSwitchedWhy:
    "Entries are private to a model: after a switch in a conversation, nothing is read and all of it is paid for again. Keep one model within a conversation, or start a new one with the other model.",
  noMarker: "No marker",
  noMarkerWhy:
    "Without a marker, the implicit cache applies if the model has one: it may read a common start, but promises no read, even for an identical request. A marker makes the read certain for five minutes.",
  overContext: "More than the model accepts",
  overContextWhy:
    "A model accepts a limited number of input tokens, cached or not; a longer request is refused. If the limit is not documented, the end of the price list is the only hint, and no cost is shown beyond it.",
  reasoningInHistory: "Thinking in past answers",
  reasoningInHistoryWhy:
    "By the templates of the open weights, Qwen3 to Qwen3.7 render an answer's thinking only until the user's next question. In an agent's loop it is part of the prefix; when the next question arrives it disappears, and nothing from there on is read. From Qwen3.6, preserve_thinking keeps it; Qwen3.8 and Qwen4 keep it by default. Whether the hosted models do the same is not documented.",
  repeatedContent: "The same text twice",
  repeatedContentWhy:
    "A cache shares the start of requests, not texts within one: a text that appears twice in a request is counted and paid for twice. Typical cases are a file read again in an agent's loop and a knowledge base sent with every question. Refer to the first copy instead.",
  requestShape: "Not the shape of a request",
  requestShapeWhy:
    "The service answers 400 (InvalidParameter) to a body whose messages, roles, parts or tools it does not know. What is readable is still shown and counted.",
  secretInRequest: "Secret in the request",
  secretInRequestWhy:
    "A key or token in a text is sent like any other word: the service and the model read it, an entry may contain it, and the answer may repeat it. A link to this page would carry it as well. Remove it, and replace the key if it has been sent.",
  severalMarkersInMessage: "Several markers in one message",
  severalMarkersInMessageWhy:
    "From Qwen3.5 to Qwen3.8 a message has one breakpoint, at its end: several markers in it make one entry, and nothing ever matches inside the message. To cache a part separately, make it its own message.",
  stableAfterVolatile: "Stable text behind changing words",
  stableAfterVolatileWhy:
    "A prefix matches only up to the first word that differs. A knowledge base or manual after a clock, an id or the user's question can never be read from the cache, although it never changes. Put what stays the same first, and what changes after it.",
  systemNotFirst: "System message behind others",
  systemNotFirstWhy:
    "From Qwen3.5 to Qwen3.8 all system messages, including later ones, become one segment at the start. Adding or changing one in the middle of a conversation changes the start, so nothing after it is read. A user message stays where it is.",
  thinkingBudget: "Budget for thinking",
  thinkingBudgetWhy:
    "thinking_budget must be a positive whole number within the model's longest chain of thought, or the service answers 400. The answer's limit, max_tokens, must be higher: if thinking counts towards it, nothing is left for the answer, and other services refuse the request.",
  tooManyMarkers: "Too many markers",
  tooManyMarkersWhy:
    "A request has at most four breakpoints. If there are more markers, the last four count; the earlier ones make no entry and look nothing up, without an error.",
  toolsMarkerIgnored: "Marker on a tool",
  toolsMarkerIgnoredWhy:
    "Tools are rendered into the system segment, and a marker on a tool is ignored. A marker on the system message covers them; their order, their fields and the fields' order must then stay the same.",
  toolsUnstable: "Unstable tools",
  toolsUnstableWhy:
    "Tools are at the start of the prompt, and any change to them changes every prefix: their order, the order of their keys, one more or one fewer. Two tools with the same name usually come from a list that is rebuilt for each request; a call does not say which one is meant, and the service may refuse the request. Write the list once, in a fixed order.",
  uncountedContent: "Not counted",
  uncountedContentWhy:
    "The tokens of files, documents, sound, and fields documented only for other services cannot be told from the request. Every count after them is a minimum, so it is not always clear whether a prefix is long enough. The answer's usage says what they took.",
  unknownModel: "Unknown model",
  unknownModelWhy:
    "The catalogue has no limits or prices for this name. The simulation assumes breakpoints at message ends, a minimum of 1,024 tokens and four markers, and shows no cost.",
  volatileBeforeMarker: "Changing words before the marker",
  volatileBeforeMarkerWhy:
    "Any change before a marker makes another prefix: nothing after the change is read, and all of it is written again. Clocks, dates, ids, folders and a coding agent's billing line change between requests. Put such words after the last marker, for example in the newest user message.",
} as const;
