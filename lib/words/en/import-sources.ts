/** English texts of what each source of an import is, how it was read, and what of it is left out. */
export const importSources = {
  kindLayout: "a layout of this playground",
  kindRequest: "a request",
  kindWrapped: "a request within another text, or as a program writes it",
  kindRecord: "a record with a request in it",
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
  addressOf: "The address belongs to Model Studio, {name}.",
  pricesOf: "Prices are those of {region}.",
  severalRegions: "The requests went to several regions.",
  untoldWritten:
    "The usage of {count, plural, one {one request} other {# requests}} does not say what was written: it counts as uncached.",
  messagesRebuilt: "Each request's messages are put together from those before its answer.",
  objectMissing: "The object {name} is not here: its contents are missing.",
  nativeLost: "{path} has no place in the OpenAI-compatible dialect: left out.",

  batch:
    "A batch file costs half as much as single requests and has no discount for cached tokens: markers save nothing there, and the times between its requests mean nothing.",
  bareBatch:
    "Each line is a bare body, and none continues another: taken as a batch file. If they were sent one by one, choose “As the markers say” under Options.",
  requestTitle: "A request",
  sessionTitle: "A recorded session with {count, number} requests",
  batchTitle: "A batch file with {count, plural, one {one request} other {# requests}}",
  onlyCounts: "{place} only counts tokens: left out.",
  wasRefused: "{place} was refused or broken off, so it left nothing in a cache: left out.",

  claudeTitle: "A Claude Code session transcript with {count, plural, one {one request} other {# requests}}",
  claudeUsage: "The usage is as billed; input_tokens are the uncached rest.",
  claudeSystem:
    "A transcript has neither the system prompt nor the tools: a filler text replaces both, about as long as the first billed prompt leaves room for.",
  claudeMarkers:
    "A transcript does not show the markers either: one on the system text and one on the last message are assumed, as Claude Code places them. max_tokens is assumed too.",
  claudeMarkersHour:
    "A transcript does not show the markers either: one on the system text and one on the last message are assumed, as Claude Code places them, for one hour as the usage shows. max_tokens is assumed too.",
  claudeAgents:
    "{count, plural, one {One sub-agent is a conversation of its own.} other {# sub-agents are conversations of their own.}}",
  claudeCopies: "Lines that repeat an answer ({count}) count once.",
  claudeAdditions:
    "What Claude Code added to its requests by itself ({count, plural, one {one line} other {# lines}}) is included only in the filler text.",
  claudeUnread: "Some answers have no readable usage.",
  claudeNoMessage: "{place} is an answer without a message: left out.",
  claudeNote: "{place} is a note by Claude Code itself, not a model's answer: left out.",
  claudeNoContent: "{place} is a user's line without content: left out.",
  claudeNoLine: "{place} is not a line of a transcript: left out.",

  curlTitle: "A curl command with a request",
  curlTitleMany: "{count} curl commands with requests",
  powerShellTitle: "A PowerShell script with {count, plural, one {one request} other {# requests}}",
  dashscopeTitle: "A request to Model Studio's native endpoint",
  dashscopeTitleMany: "A session of {count} requests to Model Studio's native endpoint",
  dashscopeRewritten: "The bodies were rewritten in the OpenAI-compatible dialect.",
  dashscopeNoInput: "{place} has no input with messages: left out.",
  serviceTitle: "A request to {name}",
  serviceTitleMany: "A session of {count, number} requests to {name}",
  serviceNoRequest: "{place} is not a request to {name}: left out.",
  converseRead: "Each cachePoint becomes a marker on the block before it, in the Anthropic dialect.",
  geminiRead: "An object's contents become text up to a marker, in the Anthropic dialect.",
  responsesRead:
    "The requests stay as they are. They are played with the session cache, which their header x-dashscope-session-cache: enable asks for.",

  curlSession: "It asks for the session cache of the Responses API, and is played with it.",
  curlNoSession:
    "It is played with the session cache of the Responses API, which it does not ask for: that takes the header x-dashscope-session-cache: enable. Without it reads are implicit.",

  harTitle: "A HAR file with {count, plural, one {one request} other {# requests}}",
  harTitleModelStudio:
    "A HAR file with {count, plural, one {one request} other {# requests}} to Model Studio",
  harOthers: "{count, plural, one {One other entry was skipped.} other {# other entries were skipped.}}",
  harNoLog: "{place} has no log with entries: left out.",

  layoutTitle: "A layout of this playground",
  linkTitle: "A link to a layout",
  secondLayout: "{place} is a second layout: left out.",
  linkHoldsNone: "This link does not contain a layout: open it in the browser instead.",

  opencodeTitle: "An OpenCode session with {count, plural, one {one request} other {# requests}}",
  opencodeRole: "{place} is neither a user's nor an assistant's: left out.",
  opencodeBrokenOff: "{place} was broken off before it was billed: only its texts are used.",
  opencodeTold: "The input excludes what was read and written.",
  opencodeUntold:
    "The usage does not say what was written, because an OpenAI-compatible provider does not report it: it counts as uncached.",
  opencodeRebuilt:
    "Each request's messages are put together from the texts and tool calls before its answer.",
  opencodeSystem:
    "An export has neither the system prompt nor the tools: a filler text replaces both, about as long as the first billed prompt leaves room for.",
  opencodeMarkers:
    "An export does not show the markers either: they are assumed on the system text and the last messages, as OpenCode places them.",
  opencodeNoMarkers: "No marker is assumed: OpenCode places none for this kind of provider.",

  chatTitle: "A Qwen Code chat with {count, plural, one {one request} other {# requests}}",
  chatNoLine: "{place} is not a line of a chat: left out.",
  chatUsageBroken: "{place} has a usage that cannot be read: only its messages are used.",
  chatUsage:
    "The prompt tokens include what was read. A chat does not say what was written: it counts as uncached.",
  chatSystem:
    "A chat has neither the system prompt nor the tools: a filler text replaces both, about as long as the first billed prompt leaves room for.",
  chatMarkers:
    "A chat does not show the markers either: one on the system text and one on the last message are assumed, as Qwen Code places them on Model Studio's own hosts.",
  chatUnseen:
    "Calls outside the chat ({count, plural, one {one call} other {# calls}}) are known only by their usage.",
  chatUnread: "Parts other than text and tool calls ({count}) are left out.",

  logTitle: "A Qwen Code log with {count, plural, one {one request} other {# requests}}",
  logTitleFailed:
    "A Qwen Code log with {count, plural, one {one request} other {# requests}} and {failed} that failed",
  logNoRequest: "{place} has no request with messages: left out.",
  logNoAnswer: "{place} is a request without an answer: nothing was billed, so it is left out.",
  logBodies: "The bodies are as they were sent, with the markers.",
  logTimes: "A request's time is when its answer began; its end is taken from the log.",
  logSilent: "The usage of {count, plural, one {one request} other {# requests}} cannot be read.",

  programTitle: "A program with {count, plural, one {one request} other {# requests}}",
  programNoMessages:
    "{place} gets its messages only while the program runs: left out. Print what it sends as JSON, and import that.",
  programUnknown: "Some values are known only to the running program; names stand in for them: {names}.",
  filledText: "a text with placeholders",
  deepValue: "a deeply nested value",
  expression: "an expression",

  usageTitle: "The usage of {count, plural, one {one request} other {# requests}}, without what was sent",
  usageNone: "{place} has no known usage: left out.",
  usageWhy: "{place} is left out. {reason}",
  usageOrigin: "The fields are those of {origin}.",
  usageRest: "Everything from item {number} on is left out.",
  formAiSdk: "messages of the AI SDK",
  formLangChain: "messages of LangChain",
  formNative: "a body of Model Studio's native endpoint",
  formService: "a body of another service",
  formLost: "{name} has no place in the OpenAI-compatible dialect: left out.",
  kindCline: "a task of Cline",
  kindQwenCodeUsage: "a record of usage of Qwen Code",
  kindLangChain: "messages of LangChain",
  kindTrace: "a trace",
  formRead: "It is read from {form}: what asks for a cache there is a marker here.",
  langChainTitle: "LangChain messages with {count, plural, one {one request} other {# requests}}",
  answersRead: "Each answer with its usage is one request, with the messages before it.",
  clineTitle:
    "A task of Cline or an agent of its family with {count, plural, one {one request} other {# requests}}",
  clineUsage: "Each call's usage is as the panel tells it; the input excludes what was read and written.",
  clineSystem:
    "A history holds neither the system prompt nor the tools: a filler text stands in for both, about as long as the first billed prompt leaves room for.",
  clineMarkers: "The markers are not in a history either, and none is assumed; max_tokens is.",
  clineClock:
    "The environment details of its messages tell the time. They stay as they were sent; a marker behind one that a request no longer has as it was finds nothing.",
  qwenUsageTitle:
    "Qwen Code's record of usage: {requests, plural, one {one request} other {# requests}} of {models, plural, one {one model} other {# models}} in {sessions, plural, one {one session} other {# sessions}}",
  qwenUsageTotals: "Each figure is the total of a model, not a request.",
  qwenUsageWritten: "The record does not tell what was written: that counts as uncached.",
  totalPlace: "Total of {count, plural, one {one request} other {# requests}}",
  traceTitle: "A trace with {count, plural, one {one request} other {# requests}}",
  traceRead: "Messages, times, answer and usage are read out of each call; its other fields are passed over.",
  traceOthers:
    "{count, plural, one {One other entry was passed over.} other {# other entries were passed over.}}",
} as const;
