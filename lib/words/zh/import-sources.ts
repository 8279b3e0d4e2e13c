/** 各种导入来源的中文文本：是什么、如何读取、略过了什么。 */
import type { Translated } from "../catalogue";
import type { importSources as english } from "../en/import-sources";

export const importSources: Translated<typeof english> = {
  kindLayout: "本 Playground 的布局",
  kindRequest: "请求",
  kindCurl: "curl 命令",
  kindProgram: "含请求的程序",
  kindDashscope: "DashScope 原生接口的请求",
  kindConverse: "Amazon Bedrock 的请求",
  kindGemini: "Gemini 的调用",
  kindResponses: "Responses API 的请求体",
  kindHar: "HAR 文件",
  kindClaudeCode: "Claude Code 会话记录中的一行",
  kindQwenCodeLog: "Qwen Code 的日志",
  kindQwenCodeChat: "Qwen Code 聊天记录中的一行",
  kindOpencode: "OpenCode 的会话",
  kindUsage: "usage 对象",

  noMessages: "{place}没有 messages，已略过。",
  addressOf: "地址是阿里云百炼的 {name}。",
  pricesOf: "价格采用{region}地域的价格。",
  severalRegions: "请求发往了多个地域。",
  untoldWritten: "{count, number} 次请求没有提供写入的数量，按未缓存计算。",
  messagesRebuilt: "每次请求的消息由其回答之前的消息拼成。",
  objectMissing: "这里没有缓存对象 {name}，缺少其中的内容。",
  nativeLost: "{path} 在 OpenAI 兼容协议中没有对应字段，已略过。",

  batch:
    "Batch 文件按单次请求的半价计费，缓存的 Token 没有折扣：缓存标记在那里省不了钱，请求之间的时间也没有意义。",
  bareBatch:
    "每一行都只是一个请求体，且没有一个是接着另一个继续的，因此按 Batch 文件处理。如果是逐个发送的，请在“选项”里选择“按标记决定”。",
  requestTitle: "一次请求",
  sessionTitle: "含 {count, number} 次请求的录制会话",
  batchTitle: "含 {count, number} 次请求的 Batch 文件",
  onlyCounts: "{place}只用于计算 Token 数，已略过。",
  wasRefused: "{place}被拒绝或中断，没有在缓存中留下内容，已略过。",

  claudeTitle: "含 {count, number} 次请求的 Claude Code 会话记录",
  claudeUsage: "用量与计费一致；input_tokens 是未缓存的部分。",
  claudeSystem:
    "会话记录中没有系统提示词和工具：用一段填充文本代替二者，长度约为首次计费的输入 Token 减去其余内容。",
  claudeMarkers:
    "会话记录中也没有缓存标记：按 Claude Code 的做法，假定在系统文本和最后一条消息上各有一个。max_tokens 也是假定的。",
  claudeMarkersHour:
    "会话记录中也没有缓存标记：按 Claude Code 的做法，假定在系统文本和最后一条消息上各有一个；用量显示有效期为一小时。max_tokens 也是假定的。",
  claudeAgents: "{count, number} 个子智能体各自是一段单独的对话。",
  claudeCopies: "重复同一回答的行（{count} 行）只计一次。",
  claudeAdditions: "Claude Code 自行加入请求的内容（{count, number} 行）只包含在填充文本中。",
  claudeUnread: "有些回答的用量无法读取。",
  claudeNoMessage: "{place}是没有消息的回答，已略过。",
  claudeNote: "{place}是 Claude Code 自己的说明，不是模型的回答，已略过。",
  claudeNoContent: "{place}是没有内容的用户行，已略过。",
  claudeNoLine: "{place}不是会话记录中的行，已略过。",

  curlTitle: "含一次请求的 curl 命令",
  curlTitleMany: "{count} 条含请求的 curl 命令",
  dashscopeTitle: "一次对阿里云百炼 DashScope 原生接口的请求",
  dashscopeTitleMany: "含 {count} 次请求的会话，发往阿里云百炼的 DashScope 原生接口",
  dashscopeRewritten: "请求体已改写为 OpenAI 兼容协议的格式。",
  dashscopeNoInput: "{place}没有带 messages 的 input，已略过。",
  serviceTitle: "一次对 {name} 的请求",
  serviceTitleMany: "含 {count, number} 次对 {name} 的请求的会话",
  serviceNoRequest: "{place}不是对 {name} 的请求，已略过。",
  converseRead: "每个 cachePoint 读作其前面内容块上的缓存标记，采用 Anthropic 协议。",
  geminiRead: "缓存对象中的内容读作文本，到一个缓存标记为止，采用 Anthropic 协议。",
  responsesRead: "请求保持原样，按会话缓存模拟；会话缓存由请求头 x-dashscope-session-cache: enable 开启。",
  curlSession: "命令开启了 Responses API 的会话缓存，按会话缓存模拟。",
  curlNoSession:
    "按 Responses API 的会话缓存模拟，但命令没有用请求头 x-dashscope-session-cache: enable 开启它；不开启时为隐式命中。",

  harTitle: "含 {count, number} 次请求的 HAR 文件",
  harTitleModelStudio: "含 {count, number} 次阿里云百炼请求的 HAR 文件",
  harOthers: "跳过了其他 {count, number} 个条目。",
  harNoLog: "{place}没有带条目的 log，已略过。",

  layoutTitle: "本 Playground 的布局",
  linkTitle: "指向布局的链接",
  secondLayout: "{place}是第二个布局，已略过。",
  linkHoldsNone: "这个链接本身不含布局：请在浏览器中打开它。",

  opencodeTitle: "含 {count, number} 次请求的 OpenCode 会话",
  opencodeRole: "{place}既不属于用户也不属于助手，已略过。",
  opencodeBrokenOff: "{place}在计费之前中断，只取其中的文本。",
  opencodeTold: "输入不含读取和写入的部分。",
  opencodeUntold: "没有提供写入的数量：OpenAI 兼容的服务商没有这项数据，因此按未缓存计算。",
  opencodeRebuilt: "每次请求的消息由其回答之前的文本和工具调用拼成。",
  opencodeSystem:
    "导出文件中没有系统提示词和工具：用一段填充文本代替二者，长度约为首次计费的输入 Token 减去其余内容。",
  opencodeMarkers: "导出文件中也没有缓存标记：按 OpenCode 的做法，假定在系统文本和最后几条消息上。",
  opencodeNoMarkers: "不假定有缓存标记：OpenCode 不为这类服务商放置标记。",

  chatTitle: "含 {count, number} 次请求的 Qwen Code 聊天记录",
  chatNoLine: "{place}不是聊天记录中的行，已略过。",
  chatUsageBroken: "{place}的用量无法读取，只取其中的消息。",
  chatUsage: "输入 Token 包含读取的部分。聊天记录没有提供写入的数量，按未缓存计算。",
  chatSystem:
    "聊天记录中没有系统提示词和工具：用一段填充文本代替二者，长度约为首次计费的输入 Token 减去其余内容。",
  chatMarkers:
    "聊天记录中也没有缓存标记：按 Qwen Code 在阿里云百炼自有域名上的做法，假定在系统文本和最后一条消息上各有一个。",
  chatUnseen: "聊天记录之外的调用（{count, number} 次）只知道用量。",
  chatUnread: "文本和工具调用以外的部分（{count} 处）已略过。",

  logTitle: "含 {count, number} 次请求的 Qwen Code 日志",
  logTitleFailed: "含 {count, number} 次请求的 Qwen Code 日志，另有 {failed} 次失败",
  logNoRequest: "{place}没有带 messages 的请求，已略过。",
  logNoAnswer: "{place}是没有回答的请求，没有计费，已略过。",
  logBodies: "请求体与发送时一致，包含缓存标记。",
  logTimes: "请求的时间是其回答开始的时间，结束时间取自日志。",
  logSilent: "{count, number} 次请求的用量无法读取。",

  programTitle: "含 {count, number} 次请求的程序",
  programNoMessages: "{place}的消息在程序运行时才产生，已略过。",
  programUnknown: "有些值只有程序运行时才知道，用名称代替：{names}。",
  filledText: "含占位的文本",
  deepValue: "嵌套过深的值",
  expression: "表达式",

  usageTitle: "{count, number} 次请求的用量，不含发送的内容",
  usageNone: "{place}没有可识别的用量，已略过。",
  usageWhy: "{place}已略过。{reason}",
  usageOrigin: "字段采用 {origin} 的格式。",
  usageRest: "从第 {number} 项起全部略过。",
};
