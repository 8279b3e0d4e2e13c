/** Chinese texts of recipes of coding tools: what each marks and what costs it reads. */
import type { Translated } from "../catalogue";
import type { connectTools as english } from "../en/connect-tools";

export const connectTools: Translated<typeof english> = {
  placeFirstSystemText: "第一段系统文本：身份",
  placeSecondSystemText: "第二段系统文本：指令",
  placeNewestBlock: "最新消息的最后一个内容块",
  placeLastTool: "最后一个工具",
  placeBeforeBoundary: "缓存边界之前的系统文本",
  placeBeforeNewestUser: "它之前的用户文本（从第 2 轮起）",
  placeNewestUser: "最新的用户文本",
  placeSystemText: "系统文本",
  placeBeforeNewest: "倒数第二条消息的最后一部分",
  placeNewestPart: "最新消息的最后一部分",
  placeFirstSystemMessage: "第一条系统消息",
  claudeCodeNote:
    "2.1.332 在第 1 轮把最新的标记放在提问之后一条 `system` 角色的提醒上；按此处的规则它与系统文本合并，因此三个标记中有一个生效，从第 2 轮起有两个生效。开启归因头时，这两段文本之前还会多一段。",
  claudeCodeAttribution: "每个新提示词的归因头都不同",
  claudeCodeAttributionText:
    "第一段系统文本是 `x-anthropic-billing-header: …`。在 2.1.332 中它是第一个提示词的指纹：在一个对话内不变，但每个新对话都要重新创建整个开头的缓存，约 11,600 个 Token。旧版本每次请求都会改变它。`CLAUDE_CODE_ATTRIBUTION_HEADER=0` 会去掉它；此处的设置已这样做，剩下两段系统文本。",
  claudeCodeDynamic: "目录、日期和 git 状态写在系统文本中",
  claudeCodeDynamicText:
    "`--exclude-dynamic-system-prompt-sections`（2.1.98 及以后）把工作目录、环境、记忆路径和 git 状态移到第一条用户消息中。好处是多个目录可以共用系统文本；在单个对话内没有变化。",
  claudeCodeToolSearch: "稍后加载的工具会改变开头",
  claudeCodeToolSearchText:
    "其文档称使用自定义 Base URL 时工具搜索是关闭的；但 2.1.332 中是开启的。搜索到的工具会加入提示词开头的工具列表，使一切都要重新创建缓存；MCP 服务器的接入或断开也是如此。`ENABLE_TOOL_SEARCH=false` 会从一开始就发送全部工具；请在第一条消息之前接入服务器。",
  claudeCodeSystemReminder: "第一个提问以系统消息结尾",
  claudeCodeSystemReminderText:
    "2.1.332 在第 1 轮末尾加上一条 `system` 角色的提醒，最新的标记就在其上。按此处的规则它属于系统段，系统段到此结束；第 2 轮在原位置再次发送它，因此第 1 轮创建的缓存可以命中。百炼自身如何处理，没有文档说明。",
  claudeCodeBeginAnew: "切换模型、推理强度、/compact 和升级都会重新开始",
  claudeCodeBeginAnewText: "它们都会改变前缀。编辑文件、权限模式和 /rewind 不会。",
  codexNote:
    "Codex 0.171.0 只使用 Responses API，不发送缓存标记。配置中的请求头开启会话缓存：服务会在每次输入的末尾设置断点。",
  codexHeader: "没有该请求头，就没有命中保证",
  codexHeaderText:
    "`x-dashscope-session-cache` 默认关闭，只有请求写明 `enable` 才开启；否则只有隐式缓存。它写在提供商的 `http_headers` 里。",
  codexModels: "会话缓存的支持列表只有较早的模型",
  codexModelsText:
    "2026 年 3 月的列表包含 qwen3-max、qwen3.5-plus、qwen3.5-flash、qwen-plus、qwen-flash 和 qwen3-coder 系列，之后没有更新。模型没有显式缓存时，命中按隐式缓存计价。",
  codexChat: "不再支持 Chat Completions",
  codexChatText: '新版本拒绝 `wire_api = "chat"`。没有 Responses API 的模型和套餐需要使用 Codex 0.80.0。',
  codexTools: "它会提供需要由服务运行的联网搜索",
  codexToolsText:
    "0.171.0 除函数外还发送 `web_search` 和一组子智能体工具；不认识的模型名会使用后备元数据。服务如何处理不认识的工具，没有文档说明。",
  piNote: "pi 1.6.0 在每次请求中标记同样的三处；使用 Chat Completions 时不标记，除非在配置中写明。",
  piChat: "Chat Completions 不会自动发送缓存标记",
  piChatText:
    "使用 `api: openai-completions` 时，在提供商的 `compat` 里把 `cacheControlFormat` 设为 `anthropic`；否则只有隐式缓存。",
  piResponses: "使用 Responses 时需要请求头",
  piResponsesText:
    "使用 `api: openai-responses` 时不发送缓存标记：在提供商的 `headers` 里把 `x-dashscope-session-cache` 设为 `enable`，并将 Base URL 的末尾设为 /compatible-mode/v1。",
  piDate: "上下文文件和工作目录写在系统文本里",
  piDateText: "换一个工作目录或修改 AGENTS.md 都会改变系统文本，其后的内容全部重新写入缓存。",
  kiloNote: "Kilo 7.7.7 基于 OpenCode，同样标记系统文本和最新的两条消息；第 1 轮为两处。",
  kiloAlibaba: "通过 @ai-sdk/alibaba 时标记更少",
  kiloAlibabaText: "使用该包时，三个标记只剩两个：助手消息上的标记会丢失。",
  continueNote: "`cacheBehavior` 的两个开关都打开时，Continue 1.5.47 标记这些位置；工具上的标记不起作用。",
  continueOff: "没有 `cacheBehavior` 就不标记",
  continueOffText: "`cacheSystemMessage` 和 `cacheConversation` 默认关闭，需要在模型条目中打开。",
  continueResults: "工具结果不加标记",
  continueResultsText: "只有用户文本带标记：在工具循环中，最新用户文本之后的内容每次请求都按原价计费。",
  continueOpenAi: "提供商 `openai` 不发送缓存标记",
  continueOpenAiText: "通过 Chat Completions 时只有隐式缓存。",
  clineNote: "实测 Cline 3.0.65 在 Chat Completions 和 Anthropic 接入点上都不发送缓存标记。",
  clineNone: "在这些接入方式上，没有设置能让它发送标记",
  clineNoneText:
    "无论作为 OpenAI 兼容提供商，还是使用自定义 Base URL 的 Anthropic 提供商，它都没有为 Qwen 模型发送过标记。反复发送的内容按原价计费，除非隐式缓存恰好命中。",
  clineAnthropic: "作为 Anthropic 提供商时，Base URL 以 /v1 结尾",
  clineAnthropicText: "此时地址为 /apps/anthropic/v1；`cline auth` 只允许为 OpenAI 类提供商设置 Base URL。",
  hermesNote:
    "作为自定义 provider，它不会给千问模型发送缓存标记。`alibaba` provider 会：已知静态部分时在系统文本上打两个，在最新的消息上打两个。",
  hermesCustomProvider: "自定义 provider 不给千问发送缓存标记",
  hermesCustomProviderText:
    "要发送标记，需为模型设置该能力，或使用 `alibaba` provider 和环境变量 DASHSCOPE_API_KEY。否则只能依靠隐式缓存。",
  hermesLiteLlm: "经由 LiteLLM 时从不标记工具消息",
  hermesLiteLlmText: "在工具循环中，最新的标记会停留在较早的消息上，工具返回的内容会一次次全价付费。",
  hermesOneHour: "一小时变成五分钟",
  hermesOneHourText: "对千问，一小时的有效期会被缩短为五分钟，因此间隔五分钟缓存就会到期。",
  openClawNote: "在工具循环中，最新的工具结果也会被标记。",
  openClawBoundary: "只有边界之前的内容保持不变",
  openClawBoundaryText:
    "`'<'!-- OPENCLAW_CACHE_BOUNDARY --'>'` 把系统文本分成两部分：其后的内容会变化，不被标记。自己添加的不变内容应放在它之前。在 Qwen3.5 及以后，整个系统文本是一段，因此边界之后的变化可能也会使之前的部分失去命中：这一点尚无定论。",
  openClawChatCompletions: "Chat Completions 只在部分 Base URL 上打标记",
  openClawChatCompletionsText:
    "使用 `api: openai-completions` 时，只向完全匹配的百炼 Base URL 发送标记；代理、其他端口、dashscope-us 和业务空间专属域名都不会收到，除非在模型的 `compat` 中设置 `cacheControlFormat`。",
  openClawTail: "带标记的消息之后有一条备注，下次就消失",
  openClawTailText: "每次请求都以一条下次不再出现的用户消息结尾：一小段始终未缓存的尾部。",
  openCodeNote: "使用 @ai-sdk/alibaba 包时，助手消息上的标记会丢失，因此只剩两个。",
  openCodeBuiltIn: "内置的 Alibaba provider 不发送缓存标记",
  openCodeBuiltInText:
    "`alibaba`、`alibaba-cn`、Coding Plan 与 Token Plan 的 provider 以及 @ai-sdk/openai-compatible 只依靠隐式缓存。上面基于 @ai-sdk/anthropic 的 provider 会打标记。",
  openCodeDate: "日期位于系统文本末尾附近",
  openCodeDateText: "到午夜时，前缀从该处起改变，其后的长对话要重新创建缓存。",
  openCodeBaseUrl: "Base URL 以 /v1 结尾",
  openCodeBaseUrlText: "该包只添加 `/messages`；没有 `/v1` 时每次请求都返回 404。",
  openCodeToolOrder: "工具的顺序会变化",
  openCodeToolOrderText: "重新连接的工具服务器可能以另一种顺序列出工具，使整个前缀改变。",
  qwenCodeNote: "不使用流式输出时，它只标记系统消息。",
  qwenCodeUnknownHost: "在不认识的域名上不发送缓存标记",
  qwenCodeUnknownHostText:
    "标记只发往 dashscope、dashscope-intl 和 dashscope-us、Token Plan 的域名，以及 DASHSCOPE_PROXY_BASE_URL 指定的 Base URL。业务空间专属域名、代理和本站都需要该变量。",
  qwenCodeContinue: "--continue 会重新创建第一条消息的缓存",
  qwenCodeContinueText: "重启后第一条用户消息中的提醒会不同，因此系统文本之后的一切都要重新创建缓存。",
  qwenCodeStatistics: "它的统计不计创建缓存的量",
  qwenCodeStatisticsText: "它显示的命中率是命中量除以提示词 Token；以更高价格创建缓存的部分没有体现。",
};
