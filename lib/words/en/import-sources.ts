/** English texts of what each source of an import is, how it was read, and what of it is left out. */
export const importSources = {
  kindLayout: "a layout of this playground",
  kindRequest: "a request",
  kindCurl: "a curl command",
  kindProgram: "a program with a request",
  kindDashscope: "a request to the native endpoint",
  kindConverse: "a request to Amazon Bedrock",
  kindGemini: "a call of Gemini",
  kindResponses: "a body of the Responses API",
  kindHar: "a HAR file",
  kindClaudeCode: "a line of a Claude Code transcript",
  kindQwenCodeLog: "a log of Qwen Code",
  kindQwenCodeChat: "a line of a Qwen Code chat",
  kindOpencode: "an OpenCode session",
  kindUsage: "a usage object",

  noMessages: "{place} has no messages: left out.",
  addressOf: "The address is that of Model Studio, {name}.",
  pricesOf: "Prices are those of {region}.",
  severalRegions: "The requests went to several regions.",
  untoldWritten:
    "What was written is not told for {count, plural, one {one request} other {# requests}}: it counts as uncached.",
  messagesRebuilt: "The messages of each request are put together from those before its answer.",
  objectMissing: "The object {name} is not here: what stands in it is missing.",
  nativeLost: "{path} has no place in the OpenAI-compatible dialect: left out.",

  batch:
    "A batch file has half the price of single requests and no discount for cached tokens: markers save nothing there, and times between its requests mean nothing.",
  bareBatch:
    "Each line is a body alone, and none goes on where another ended: taken as a batch file. If they were sent one by one, choose “As the markers say” under Options.",
  requestTitle: "A request",
  sessionTitle: "A recorded session with {count, number} requests",
  batchTitle: "A batch file with {count, plural, one {one request} other {# requests}}",
  onlyCounts: "{place} only counts tokens: left out.",
  wasRefused: "{place} was refused or broken off, so it left nothing in a cache: left out.",

  claudeTitle: "A Claude Code session transcript with {count, plural, one {one request} other {# requests}}",
  claudeUsage: "The usage is as billed; input_tokens are the uncached rest.",
  claudeSystem:
    "A transcript holds neither the system prompt nor the tools: a filler text stands in for both, about as long as the first billed prompt leaves room for.",
  claudeMarkers:
    "The markers are not in a transcript either: one on the system text and one on the last message are assumed, as Claude Code places them. max_tokens is assumed too.",
  claudeMarkersHour:
    "The markers are not in a transcript either: one on the system text and one on the last message are assumed, as Claude Code places them, for one hour as the usage tells. max_tokens is assumed too.",
  claudeAgents:
    "{count, plural, one {One sub-agent is a conversation of its own.} other {# sub-agents are conversations of their own.}}",
  claudeCopies: "Lines that repeat an answer ({count}) count once.",
  claudeAdditions:
    "What Claude Code added to its requests by itself ({count, plural, one {one line} other {# lines}}) is part of the stand-in only.",
  claudeUnread: "Some answers have no usage that can be read.",
  claudeNoMessage: "{place} is an answer without a message: left out.",
  claudeNote: "{place} is a note of Claude Code itself and no answer of a model: left out.",
  claudeNoContent: "{place} is a user's line without content: left out.",
  claudeNoLine: "{place} is no line of a transcript: left out.",

  curlTitle: "A curl command with a request",
  curlTitleMany: "{count} curl commands with requests",
  dashscopeTitle: "A request to Model Studio's native endpoint",
  dashscopeTitleMany: "A session of {count} requests to Model Studio's native endpoint",
  dashscopeRewritten: "The bodies were rewritten in the OpenAI-compatible dialect.",
  dashscopeNoInput: "{place} has no input with messages: left out.",
  serviceTitle: "A request to {name}",
  serviceTitleMany: "A session of {count, number} requests to {name}",
  serviceNoRequest: "{place} is no request to {name}: left out.",
  converseRead: "Each cachePoint is read as a marker on the block before it, in the Anthropic dialect.",
  geminiRead: "What an object holds is read as text up to a marker, in the Anthropic dialect.",
  responsesRead:
    "The requests stay as they are. They are played with the session cache, which their header x-dashscope-session-cache: enable asks for.",
  curlSession: "It asks for the session cache of the Responses API, and is played with it.",
  curlNoSession:
    "It is played with the session cache of the Responses API, which it does not ask for: that takes the header x-dashscope-session-cache: enable. Without it reads are implicit.",

  harTitle: "A HAR file with {count, plural, one {one request} other {# requests}}",
  harTitleModelStudio:
    "A HAR file with {count, plural, one {one request} other {# requests}} to Model Studio",
  harOthers:
    "{count, plural, one {One other entry was passed over.} other {# other entries were passed over.}}",
  harNoLog: "{place} has no log with entries: left out.",

  layoutTitle: "A layout of this playground",
  linkTitle: "A link to a layout",
  secondLayout: "{place} is a second layout: left out.",
  linkHoldsNone: "This link holds no layout itself: open it in the browser instead.",

  opencodeTitle: "An OpenCode session with {count, plural, one {one request} other {# requests}}",
  opencodeRole: "{place} is neither a user's nor an assistant's: left out.",
  opencodeBrokenOff: "{place} was broken off before it was billed: only its texts are taken.",
  opencodeTold: "The input excludes what was read and written.",
  opencodeUntold:
    "Nothing was told as written: an OpenAI-compatible provider gives no such figure, so it counts as uncached.",
  opencodeRebuilt:
    "The messages of each request are put together from the texts and tool calls before its answer.",
  opencodeSystem:
    "An export holds neither the system prompt nor the tools: a filler text stands in for both, about as long as the first billed prompt leaves room for.",
  opencodeMarkers:
    "The markers are not in an export either: they are assumed on the system text and the last messages, as OpenCode places them.",
  opencodeNoMarkers: "No marker is assumed: OpenCode places none for such a provider.",

  chatTitle: "A Qwen Code chat with {count, plural, one {one request} other {# requests}}",
  chatNoLine: "{place} is no line of a chat: left out.",
  chatUsageBroken: "{place} has a usage that cannot be read: only its messages are taken.",
  chatUsage:
    "The prompt's tokens include what was read. A chat does not tell what was written: that counts as uncached.",
  chatSystem:
    "A chat holds neither the system prompt nor the tools: a filler text stands in for both, about as long as the first billed prompt leaves room for.",
  chatMarkers:
    "The markers are not in a chat either: one on the system text and one on the last message are assumed, as Qwen Code places them on Model Studio's own hosts.",
  chatUnseen:
    "Calls beside the chat ({count, plural, one {one call} other {# calls}}) are known by their usage alone.",
  chatUnread: "Parts other than text and tool calls ({count}) are left out.",

  logTitle: "A Qwen Code log with {count, plural, one {one request} other {# requests}}",
  logTitleFailed:
    "A Qwen Code log with {count, plural, one {one request} other {# requests}} and {failed} that failed",
  logNoRequest: "{place} has no request with messages: left out.",
  logNoAnswer: "{place} is a request without an answer: nothing was billed, so it is left out.",
  logBodies: "The bodies are as they were sent, with the markers.",
  logTimes: "A request's time is the one at which its answer was begun, its end the one of the log.",
  logSilent: "The usage cannot be read for {count, plural, one {one request} other {# requests}}.",

  programTitle: "A program with {count, plural, one {one request} other {# requests}}",
  programNoMessages: "{place} gets its messages while the program runs: left out.",
  programUnknown: "Only the running program knows some values; names stand for them: {names}.",
  filledText: "a text with places to fill",
  deepValue: "a deep value",
  expression: "an expression",

  usageTitle: "The usage of {count, plural, one {one request} other {# requests}}, without what was sent",
  usageNone: "{place} holds no usage that is known here: left out.",
  usageWhy: "{place} is left out. {reason}",
  usageOrigin: "The fields are those of {origin}.",
  usageRest: "From item {number} on everything is left out.",
} as const;
