/** Chinese names of the rules, and why each is there. */
import type { Translated } from "../catalogue";
import type { lintRules as english } from "../en/lint-rules";

export const lintRules: Translated<typeof english> = {
  belowMinimum: "前缀未达最小长度",
  belowMinimumWhy:
    "从请求开头到标记处至少要有 1,024 个 Token 才会创建缓存。位置更靠前的标记既不创建也不命中缓存，也不报错，但请求仍走显式缓存。长前缀之后的增量则不限长短。如果 Token 数是估算值，误差范围又跨过下限，该标记就处于临界状态。",
  callsAndResults: "工具调用缺少结果",
  callsAndResultsWhy:
    "带有工具调用的 assistant 消息之后，每个调用都必须有结果，每个结果也必须对应一个调用，否则服务返回 400。智能体中途被打断或历史被截断时，常会留下这种半截的调用。",
  streamWithoutUsage: "流式输出不返回用量",
  streamWithoutUsageWhy:
    "在 OpenAI 兼容接口上，只有 stream_options.include_usage 为 true 时，流式回答才带用量。否则每次请求的读取和写入看起来都是 0。",
  contentMissing: "调用消息没有 content",
  contentMissingWhy:
    "在其他服务上，只含工具调用的 assistant 消息可以省略 content。百炼则返回 400：“Field required: input.messages.N.content”。空字符串或 null 可以接受。",
  emptyMarkedText: "标记打在空文本上",
  emptyMarkedTextWhy:
    "空的文本块不会增加前缀长度，打在上面的标记有何作用，文档没有说明；Anthropic 的服务会拒绝这样的内容块。应把标记打在它前面的内容块上。",
  explicitNotOffered: "该模型在此地域没有显式缓存",
  explicitNotOfferedWhy:
    "并非每个模型在每个地域都支持显式缓存。不支持时，标记不会创建缓存。如果 API Key 属于其他地域，请选择对应地域，或换一个模型。",
  historyRewritten: "历史消息被改写",
  historyRewrittenWhy:
    "只有在此之前的每条消息都与发送时完全一致，缓存才会命中。客户端缩短、删除或改动了较早的消息，其后的消息就要全部重新付费。应只在历史末尾追加，已发送的内容保持原样。",
  jsonInvalid: "不是有效的 JSON",
  jsonInvalidWhy: "请求体不是 JSON 时，服务会拒绝。这里允许注释和多余的逗号，发送请求前会将其去掉。",
  lookbackExceeded: "超出回溯范围",
  lookbackExceededWhy:
    "查找缓存时，从标记处最多向前回溯 20 个内容块。如果一轮对话新增的内容块更多，例如一次返回大量工具结果，就够不到上一次请求的缓存：缓存不会命中，全部内容要重新创建。在中间加一个标记即可衔接。",
  markerInImageMessage: "标记在含图片的消息里",
  markerInImageMessageWhy:
    "在 qwen3.8-max 上观察到，含图片的消息里的标记不起作用：命中的 Token 数逐轮不变；把标记前移一条消息，命中数便随之增长。文档没有提到这一点。应把标记打在前一条消息上。",
  markerOnChangingTail: "标记打在会变化的内容上",
  markerOnChangingTailWhy:
    "标记会缓存它之前的全部内容。如果其中含有每次请求都不同的部分，例如同一提示词的批量任务，或智能体每次附上、下次又去掉的消息，那么每次请求创建的缓存都不会被命中。应把标记打在共同部分的末尾，即最后一条保留不变的消息上。",
  markerOnStringContent: "标记打在 content 之外",
  markerOnStringContentWhy:
    "只有 content 数组中的内容块可以带标记。打在消息对象上、与字符串或数组并列的标记会被忽略，此处不会创建缓存。应把字符串改为只含一个文本块的数组，并把标记打在该文本块上。",
  markerOnToolResult: "标记打在工具结果上",
  markerOnToolResultWhy:
    "文档允许在 tool 消息上打标记。但在 qwen-plus 上观察到，如果一次回答含有多个调用，这种标记会在别处生效，偏移量为调用数减一。请将服务返回的缓存创建 Token 数与这里的数值对比。",
  markerShape: "标记的值无法识别",
  markerShapeWhy: `所有模型都支持的标记只有 "cache_control": '{'"type": "ephemeral"'}'，其缓存有效期为 5 分钟。ttl 和 prompt_cache_breakpoint 标记仅适用于 Qwen4。其他写法的标记不会创建缓存，却仍会关闭隐式缓存。`,
  markerWhereNobodyLooks: "标记放在了没有服务查找的位置",
  markerWhereNobodyLooksWhy:
    "标记只有打在消息的内容块上才有效，文档没有提到其他位置。库的选项（providerOptions、extra_body）要由该库发送时才会变成标记；cachePoint 是 Amazon Bedrock 的写法；工具结果内部的块不能带标记。按现在的样子发送，请求体里这一处没有标记。",
  markersWithoutEffect: "没有标记生效",
  markersWithoutEffectWhy:
    "按文档的说法，只要有标记，无论是否生效，整个请求都会走显式缓存。如果没有一个标记生效，就既不创建也不命中缓存，隐式缓存也随之失效。",
  mergedSystem: "system 消息被合并",
  mergedSystemWhy:
    "多条 system 消息会合并成一段，只在末尾有一个断点，因此打在前面几条上的标记不会创建缓存。需要单独缓存的内容（例如知识库）应放到 user 消息里。",
  modelByAnotherName: "模型用了别的名称",
  modelByAnotherNameWhy:
    "网关和厂商会在模型名前加前缀（qwen/…、dashscope/…），客户端会加后缀（[1m]、:free），-latest 则代表最新版本。模拟时按实际所指的模型计算，采用其规则和价格；百炼本身只接受自己的模型名。",
  modelSwitched: "对话中途更换模型",
  modelSwitchedWhy:
    "缓存只在同一模型内有效：对话中途换用其他模型，之前的缓存一概不会命中，全部内容要重新付费。同一对话应使用同一模型，或者用另一个模型另起对话。",
  noMarker: "没有标记",
  noMarkerWhy:
    "没有标记时，如果模型支持隐式缓存，就使用隐式缓存：它可能命中相同的开头，但即使请求完全相同也不保证命中。打上标记后，5 分钟内确定命中。",
  overContext: "超出模型的输入上限",
  overContextWhy:
    "模型的输入 Token 数有上限，无论是否命中缓存：超长的请求会被拒绝。如果文档没有写明上限，价目表的末档是唯一的参考，超出部分不显示费用。",
  reasoningInHistory: "历史回答中的思考内容",
  reasoningInHistoryWhy:
    "按照开源权重的对话模板，Qwen3 至 Qwen3.7 只在用户提出下一个问题之前渲染回答的思考内容。在智能体循环中，思考内容位于前缀之内；下一个问题到来时它会消失，其后的内容便都不会命中。从 Qwen3.6 起可用 preserve_thinking 保留，Qwen3.8 和 Qwen4 会自动保留。托管模型是否如此，文档没有说明。",
  repeatedContent: "同一文本出现两次",
  repeatedContentWhy:
    "缓存共享的是不同请求的相同开头，而不是一个请求内部的重复文本：同一文本出现两次，就计数两次、付费两次。常见的情形是智能体循环中重复读取同一文件，或者每个问题都附上知识库。应改为引用第一份。",
  requestShape: "不符合请求的结构",
  requestShapeWhy:
    "请求体中的消息、角色、内容块或工具无法识别时，服务返回 400（InvalidParameter）。能够读取的部分仍会显示并计数。",
  secretInRequest: "请求中含有密钥",
  secretInRequestWhy:
    "文本中的密钥或令牌会像其他内容一样发送：服务和模型都能读到，缓存可能保存它，回答也可能重复它。本页的分享链接同样会带上它。应将其删除；如果已经发送过，请更换密钥。",
  severalMarkersInMessage: "一条消息有多个标记",
  severalMarkersInMessageWhy:
    "Qwen3.5 至 Qwen3.8 的每条消息只在末尾有一个断点：一条消息里的多个标记只创建一份缓存，消息内部不会单独匹配。要单独缓存某一部分，应让它成为独立的消息。",
  stableAfterVolatile: "固定文本在变化内容之后",
  stableAfterVolatileWhy:
    "前缀只在第一处不同之前是相同的。知识库或手册即使从不改变，只要位于时间、ID 或用户问题之后，就永远无法命中缓存。应把不变的内容放在前面，变化的内容放在后面。",
  systemNotFirst: "system 消息不在最前",
  systemNotFirstWhy:
    "Qwen3.5 至 Qwen3.8 会把所有 system 消息（包括后面写的）合并成开头的一段。对话中途新增或改动 system 消息会改变开头，其后的内容便都不会命中。user 消息则保持原来的位置。",
  thinkingBudget: "思考预算",
  thinkingBudgetWhy:
    "thinking_budget 必须是正整数，且不超过模型的最大思维链长度，否则服务返回 400。回答的上限 max_tokens 必须大于它：如果思考也计入上限，就没有余量留给回答，其他服务会拒绝这样的请求。",
  tooManyMarkers: "标记过多",
  tooManyMarkersWhy:
    "一个请求最多有 4 个断点。标记更多时，只有最后 4 个生效；更靠前的标记既不创建缓存，也不查找缓存，而且不会报错。",
  toolsMarkerIgnored: "标记打在工具上",
  toolsMarkerIgnoredWhy:
    "工具会渲染到 system 段中，打在工具上的标记会被忽略。打在 system 消息上的标记可以覆盖工具，但工具的顺序、字段以及字段的顺序必须保持不变。",
  toolsUnstable: "工具列表不稳定",
  toolsUnstableWhy:
    "工具位于提示词的开头，任何改动都会改变所有前缀：工具的顺序、键的顺序、多一个或少一个。两个工具同名，多半是因为列表在每次请求时重新拼装；调用无法区分指的是哪一个，服务也可能拒绝请求。应一次写定列表，并固定顺序。",
  uncountedContent: "未计数的内容",
  uncountedContentWhy:
    "文件、文档、音频以及只在其他服务文档中出现的字段，其 Token 数无法从请求中得知。其后的所有计数都只是下限，因此前缀是否达到最小长度不一定能判断。实际用量见回答中的 usage。",
  unknownModel: "未知模型",
  unknownModelWhy:
    "目录中没有该名称的限制和价格。模拟时假定断点在消息末尾，最少 1,024 个 Token，最多 4 个标记，并且不显示费用。",
  volatileBeforeMarker: "标记之前有变化的内容",
  volatileBeforeMarkerWhy:
    "标记之前的任何变化都会形成另一个前缀：变化之后的内容不会命中，全部要重新创建。时间、日期、ID、目录以及编程智能体的计费行会随请求变化。应把这类内容放到最后一个标记之后，例如最新的 user 消息里。",
};
