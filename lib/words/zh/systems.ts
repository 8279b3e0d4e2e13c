/** 各缓存系统的文字：拒绝什么，以及请求为何这样命中。 */
import type { Translated } from "../catalogue";
import type { systems as english } from "../en/systems";

export const systems: Translated<typeof english> = {
  hostOfOnesOwn: "自有主机",
  moonshotObjects: "Moonshot v1（租用缓存对象）",

  markedAlready: "最后一段已有标记，要求的有效期为 {own}，而自动缓存要求 {asked}。",
  markerOnThinking: "有标记打在思考内容上。",
  lifeNotOffered: "有标记要求 {asked} 秒的有效期；可选 {lives} 秒。",
  lifeNoTime: "有标记要求的有效期不是时长；可选 {lives} 秒。",
  lifeOr: "{first} 或 {second}",
  tooManyMarkers: "最多允许 {most} 个标记，现有 {count} 个。",
  tooManyWithOwn: "最多允许 {most} 个标记，现有 {count} 个（含自动添加的一个）。",
  shorterFirst: "有效期较短的标记排在较长的标记之前。",
  tooFew: "前缀为 {prefix, number} 个 Token，少于一条缓存所需的 {minimum, number} 个 Token。",
  toolsUncounted: "工具上的标记不起作用。",

  readLive: "从有效的缓存命中 {read, number} 个 Token。",
  wroteFirst: "首次创建 {written, number} 个 Token 的缓存。",
  noneCounts: "没有起作用的标记，因此既不命中也不创建缓存。",
  upToMarkerTooFew:
    "到标记为止的前缀有 {prefix, number} 个 Token，少于一条缓存所需的 {minimum, number} 个 Token。",
  entryExpired: "{entry, number} 个 Token 的缓存未能及时命中，已到期。",
  entryPending: "{entry, number} 个 Token 的缓存要再过 {wait} 才能命中。",
  entryBehind: "{entry, number} 个 Token 的缓存位于最后一个标记之后。",
  entryBeyond: "{entry, number} 个 Token 的缓存与下一个标记相隔超过 {positions} 个位置。",
  entryUnseen: "{entry, number} 个 Token 的缓存结束处不在本次请求的查找位置上。",

  answerUncounted: "回答或工具上的标记不起作用。",
  latestCount: "边界超过 {most} 个时，以最后的几个为准。",
  noBoundary: "没有边界：既不命中也不创建缓存。",
  boundariesTooFew: "所有边界处的 Token 都少于一条缓存所需的 {minimum, number} 个 Token。",

  readCommon: "命中 {read, number} 个 Token：前 {common, number} 个 Token 与之前的请求相同。",
  commonNotDrawn: "前 {common, number} 个 Token 与之前的请求相同，命中概率为 {probability}：这一次没有命中。",
  commonTooFew: "前 {common, number} 个 Token 与之前的请求相同，少于命中所需的 {minimum, number} 个 Token。",
  commonNoStep: "前 {common, number} 个 Token 与之前的请求相同，不足一个步长。",
  commonEnded: "前 {common, number} 个 Token 与一次过早的请求相同，但已到期。",
  noneEnded: "已结束的请求中，没有开头与本次相同的。",

  unitRead: "从已存的 {unit, number} 个 Token 的前缀中命中 {read, number} 个 Token。",
  unitPending: "{pending, number} 个 Token 的前缀尚未存好：创建它的请求还没结束。",
  unitParts: "前 {common, number} 个 Token 与之前的请求相同，但没有已存前缀在此结束；从现在起有了。",
  unitTooFew: "已存前缀有 {unit, number} 个 Token，不足一个步长 {step}。",
  noneBefore: "之前没有开头相同的请求。",

  inMemory: "{read, number} 个 Token 仍在内存中，无需预填充。",
  evicted: "此前内存中有 {kept, number} 个 Token，其中 {lost, number} 个已为其他提示词腾出。",
  noPromptBefore: "之前没有开头相同的提示词。",
  fillsNoBlock: "前 {common, number} 个 Token 已知，但不足一个 {unit, number} 个 Token 的块。",
  fillsNoPage: "前 {common, number} 个 Token 已知，但不足一个 {unit, number} 个 Token 的页。",
  fillsNoChunk: "前 {common, number} 个 Token 已知，但不足一个 {unit, number} 个 Token 的分块。",
  fillsNoToken: "前 {common, number} 个 Token 已知，但没有可命中的 Token（每次 {unit, number} 个）。",
  differsAfter: "{common, number} 个 Token 之后与之前所有提示词都不同。",
  memoryBlocks: "提示词要占 {blocks, number} 个 {block, number} Token 的块；内存只能容纳 {size, number} 个。",
  memoryPages: "按整页计，提示词要占 {tokens, number} 个 Token；内存只能容纳 {size, number} 个。",

  earlierObject: "缓存对象在最后一个标记处结束，更早的标记不起作用。",
  objectUsed: "使用 {tokens, number} 个 Token 的缓存对象。",
  objectMade: "创建 {tokens, number} 个 Token 的缓存对象并立即使用。",
  objectMadeAnew:
    "同一文本的缓存对象已到期，使用不会延长其有效期。重新创建 {tokens, number} 个 Token 的缓存对象并立即使用。",
  noObject: "没有标记：没有可用的缓存对象。",
  objectTooFew:
    "到最后一个标记为止的前缀有 {prefix, number} 个 Token，少于最低要求 {minimum, number}：不创建缓存对象。",

  ignoredTool: "工具上的标记会被忽略：工具属于系统段，请改为标记系统消息。",
  ignoredMessage: "消息本身上的标记会被忽略：标记应放在 `content` 数组的内容块上。",
  ignoredRequest: "请求本身上的标记会被忽略：标记应放在 `content` 数组的内容块上。",
  mergedMessage: "一条消息只保留末尾的一个断点：以其最后一个标记为准。",
  mergedSystem: "所有系统消息合并为一段：以其中最后一个标记为准。",
  mergedPart: "同一内容块上的另一个标记已代替它。",
  mergedSegment: "同一段之后的另一个标记已代替它。",
  otherType: '`cache_control` 的类型只能是 "ephemeral"；其他类型的标记不起作用。',
  otherMode: '`prompt_cache_breakpoint` 的模式只能是 "explicit"；其他模式的断点标记不起作用。',
  qwen4Only: "只有 Qwen4 模型识别 `prompt_cache_breakpoint`；{model} 请用 `cache_control`。",
  noPlaceSegment: "被标记的段不在渲染后的提示词中。",
  noPlacePart: "被标记的内容块不在渲染后的提示词中。",
  noExplicit: "{name} 在{region}地域没有显式缓存，标记不起作用。",
  noImplicit: "{name} 在{region}地域没有隐式缓存，没有标记就不会命中。",
  noExplicitAnywhere: "{name} 在任何地域都没有显式缓存，标记不起作用。",
  noImplicitAnywhere: "{name} 在任何地域都没有隐式缓存，没有标记就不会命中。",
  asksAutomatic: "它不标记任何内容块：按“未定问题”中的选择，它请求自动缓存。",
  hourNoEntry: '按“未定问题”中的选择，Qwen4 之前带 "ttl": "1h" 的标记不生效。',
  notLastResult: "按“未定问题”中的选择，多个工具结果中只有最后一个上的标记生效。",
  laterDropped: "一次请求最多 {most} 个断点：{count} 个标记中以前 {most} 个为准，这是较后的一个。",
  earlierDropped: "一次请求最多 {most} 个断点：{count} 个标记中以最后 {most} 个为准，这是较早的一个。",
  tooShort: "到此标记的前缀为 {prefix, number} 个 Token；不足 {minimum, number} 个不会创建缓存。",
  tooShortAbout: "到此标记的前缀约为 {prefix, number} 个 Token；不足 {minimum, number} 个不会创建缓存。",
  borderline:
    "到此标记的前缀为 {prefix, number} 个 Token，介于 {low, number} 与 {high, number} 之间：处于临界，不足 {minimum, number} 个不会创建缓存。",
  borderlineAbout:
    "到此标记的前缀约为 {prefix, number} 个 Token，介于 {low, number} 与 {high, number} 之间：处于临界，不足 {minimum, number} 个不会创建缓存。",
  batchNoDiscount: "批量文件中缓存的 Token 没有折扣，标记不起作用。",

  sessionPlacesItself: "Responses 由服务自行设置断点，标记在此不起作用。",
  menuAsMarked: "按标记决定",
  menuBatch: "批量文件",
  menuNoSession: "隐式（不带会话请求头）",
  menuSession: "会话（Responses API）",
};
