/** English texts of recipes of coding tools: what each marks and what costs it reads. */
export const connectTools = {
  placeFirstSystemText: "first system text: who it is",
  placeSecondSystemText: "second system text: its instructions",
  placeNewestBlock: "last block of the newest message",
  placeLastTool: "last tool",
  placeBeforeBoundary: "system text before the cache boundary",
  placeNewestUser: "newest user text",
  placeBeforeNewestUser: "the user text before it, from turn 2 on",
  placeSystemText: "system text",
  placeBeforeNewest: "last part of the message before the newest",
  placeNewestPart: "last part of the newest message",
  placeFirstSystemMessage: "first system message",
  claudeCodeNote:
    "In turn 1, version 2.1.332 puts the newest marker on a reminder with the role `system` after the question; the rules here merge it with the system texts, so one of three markers takes effect, and two from turn 2 on. With the attribution header on, another text precedes these two.",
  claudeCodeAttribution: "The attribution header differs for each new prompt",
  claudeCodeAttributionText:
    "The first system text is `x-anthropic-billing-header: …`. As of 2.1.332 it is a fingerprint of the first prompt: it stays the same within a conversation, but each new conversation writes its whole beginning again, about 11,600 tokens. Older versions changed it with every request. `CLAUDE_CODE_ATTRIBUTION_HEADER=0` leaves it out; the settings here do so, and two system texts are left.",
  claudeCodeDynamic: "Folder, date and git state are in the system text",
  claudeCodeDynamicText:
    "`--exclude-dynamic-system-prompt-sections` (2.1.98 and later) moves the working directory, environment, memory paths and git status into the first user message. Several folders can then share the system text; within one conversation it changes nothing.",
  claudeCodeToolSearch: "Tools loaded later change the beginning",
  claudeCodeToolSearchText:
    "Its documentation says that tool search is off with a custom base URL; in 2.1.332 it was on. A tool found by the search joins the tools at the start of the prompt, and everything is written again; the same happens when an MCP server connects or disconnects. `ENABLE_TOOL_SEARCH=false` sends all tools from the start; connect servers before the first message.",
  claudeCodeSystemReminder: "The first question ends with a system message",
  claudeCodeSystemReminderText:
    "2.1.332 ends turn 1 with a reminder with the role `system` that carries the newest marker. By the rules here it belongs to the system segment, which then ends there; turn 2 sends it again in its old place, so what turn 1 wrote is read. How Model Studio itself treats it is not documented.",
  claudeCodeBeginAnew: "Switching model or effort, /compact and upgrades start over",
  claudeCodeBeginAnewText: "Each changes the prefix. Editing files, permission modes and /rewind do not.",
  codexNote:
    "Codex 0.171.0 speaks the Responses API alone and marks nothing. The header in its settings asks for the session cache: the service places a breakpoint at the end of every input.",
  codexHeader: "Without the header nothing is promised",
  codexHeaderText:
    "`x-dashscope-session-cache` is off unless a request says `enable`; then the implicit cache is all there is. It stands under `http_headers` of the provider.",
  codexModels: "The session cache is named for older models",
  codexModelsText:
    "The list of March 2026 names qwen3-max, qwen3.5-plus, qwen3.5-flash, qwen-plus, qwen-flash and the qwen3-coder models; no newer one is known. Where the model has no explicit cache, reads have the implicit price.",
  codexChat: "Chat completions are gone",
  codexChatText:
    '`wire_api = "chat"` is refused by newer versions. Models and plans that have no Responses API need Codex 0.80.0.',
  codexTools: "It offers a web search that the service would have to run",
  codexToolsText:
    "0.171.0 sends `web_search` and a group of tools for sub-agents beside its functions, and unknown model names get fallback metadata. What the service makes of tools it does not know is not documented.",
  piNote:
    "pi 1.6.0 marks the same three places in every request; with chat completions none, unless its settings say so.",
  piChat: "Chat completions send no markers by themselves",
  piChatText:
    "With `api: openai-completions` set `cacheControlFormat` to `anthropic` under `compat` of the provider; otherwise the implicit cache is all there is.",
  piResponses: "Responses need the header",
  piResponsesText:
    "With `api: openai-responses` nothing is marked: set `x-dashscope-session-cache` to `enable` under `headers` of the provider, and end the base URL in /compatible-mode/v1.",
  piDate: "Context files and the folder stand in the system text",
  piDateText:
    "Another working directory or an edited AGENTS.md changes the system text, and everything behind it is written anew.",
  kiloNote:
    "Kilo 7.7.7 marks the system text and the two newest messages, as OpenCode does, which it is built on; in turn 1 these are two.",
  kiloAlibaba: "Through @ai-sdk/alibaba it marks less",
  kiloAlibabaText:
    "With that package two markers are left of three: the one on an assistant message is lost.",
  continueNote:
    "Continue 1.5.47 marks this with both switches of `cacheBehavior` on; the marker on the tools has no effect.",
  continueOff: "Without `cacheBehavior` it marks nothing",
  continueOffText:
    "Both `cacheSystemMessage` and `cacheConversation` are off unless the model's entry switches them on.",
  continueResults: "What tools return is not marked",
  continueResultsText:
    "Only user texts carry markers: in a tool loop everything behind the newest one is paid in full with each request.",
  continueOpenAi: "The provider `openai` sends no markers",
  continueOpenAiText: "Over chat completions the implicit cache is all there is.",
  clineNote: "Cline 3.0.65 was seen to send none over chat completions and none over the Anthropic endpoint.",
  clineNone: "No setting makes it mark on these routes",
  clineNoneText:
    "Neither as OpenAI-compatible nor as Anthropic provider with a base URL of one's own did it send a marker for a Qwen model. What it sends again and again is paid in full, save what the implicit cache happens to read.",
  clineAnthropic: "As Anthropic provider its base URL ends with /v1",
  clineAnthropicText:
    "The address is /apps/anthropic/v1 there; `cline auth` takes a base URL for OpenAI providers alone.",
  hermesNote:
    "As a custom provider it sends no markers to Qwen models. The provider `alibaba` does: two on the system text if its static part is known, and two on the newest messages.",
  hermesCustomProvider: "A custom provider sends Qwen no markers",
  hermesCustomProviderText:
    "To send markers, set the capability for the model, or use the provider `alibaba` with the environment variable DASHSCOPE_API_KEY. Otherwise only the implicit cache can help.",
  hermesLiteLlm: "On LiteLLM routes tool messages are never marked",
  hermesLiteLlmText:
    "In a tool loop the newest marker then stays on an older message, and tool results are paid in full again and again.",
  hermesOneHour: "One hour becomes five minutes",
  hermesOneHourText:
    "A life of one hour is cut to five minutes for Qwen, so entries expire after a pause of five minutes.",
  openClawNote: "In a tool loop the newest tool result is marked too.",
  openClawBoundary: "Only text before the boundary stays the same",
  openClawBoundaryText:
    "`'<'!-- OPENCLAW_CACHE_BOUNDARY --'>'` divides the system text: what follows it changes and is not marked. Put additions of your own that stay the same before it. On Qwen3.5 and later the whole system text is one segment, so a change behind the boundary may cost the part before it as well; this is not settled.",
  openClawChatCompletions: "Chat completions are marked only on some base URLs",
  openClawChatCompletionsText:
    "With `api: openai-completions`, markers are sent only to the exact Model Studio base URLs; proxies, other ports, dashscope-us and workspace hosts get none unless `cacheControlFormat` is set in the model's `compat`.",
  openClawTail: "A note follows the marked message and is missing next time",
  openClawTailText:
    "Each request ends with a user message that the next one lacks: a short tail that stays uncached.",
  openCodeNote: "With the package @ai-sdk/alibaba the marker on an assistant message is lost, so two remain.",
  openCodeBuiltIn: "The built-in Alibaba providers send no marker",
  openCodeBuiltInText:
    "`alibaba`, `alibaba-cn`, the Coding Plan and Token Plan providers and @ai-sdk/openai-compatible rely on the implicit cache alone. The provider above, based on @ai-sdk/anthropic, sends markers.",
  openCodeDate: "The date is near the end of the system text",
  openCodeDateText:
    "At midnight the prefix changes from there on, and the long conversation behind it is written again.",
  openCodeBaseUrl: "The base URL ends with /v1",
  openCodeBaseUrlText: "The package adds only `/messages`; without `/v1` every request gets a 404.",
  openCodeToolOrder: "Tools change their order",
  openCodeToolOrderText:
    "A tool server that reconnects may list its tools in another order, which changes the whole prefix.",
  qwenCodeNote: "Without streaming it marks only the system message.",
  qwenCodeUnknownHost: "It sends no markers to hosts it does not know",
  qwenCodeUnknownHostText:
    "Markers go to dashscope, dashscope-intl and dashscope-us, to the Token Plan hosts, and to the base URL in DASHSCOPE_PROXY_BASE_URL. Workspace hosts, proxies and this playground need that variable.",
  qwenCodeContinue: "--continue writes the first message again",
  qwenCodeContinueText:
    "The reminders in the first user message differ after a restart, so everything after the system text is written again.",
  qwenCodeStatistics: "Its statistics leave out writes",
  qwenCodeStatisticsText:
    "The hit rate it shows is reads divided by prompt tokens; writes, at a higher price, do not appear.",
} as const;
