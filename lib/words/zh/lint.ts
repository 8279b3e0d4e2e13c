/** Chinese sentences of what the rules found in a request. */
import type { Translated } from "../catalogue";
import type { lint as english } from "../en/lint";

export const lint: Translated<typeof english> = {
  aboutTokens: "约 {count, number} 个 Token",
  theModel: "该模型",
  namesAndMore: "{names} 等另外 {more} 个",
  prefixShort: "该标记的前缀为 {prefix}；不足 {minimum, number} 个时不会缓存。",
  prefixBorderline:
    "该标记的前缀为 {prefix}，介于 {low, number} 与 {high, number} 之间：处于临界状态，不足 {minimum, number} 个时不会缓存。",
  answers400: "服务返回 400",
  mayAnswer400: "服务可能返回 400",
  uncalledResult: "{place} 是工具结果，但前一条消息没有发起对应的调用：{refused}。",
  unansweredCalls:
    "{place} 发起的 {count, number} 个调用在其后没有对应的结果{named, select, none {} other {（{ids}）}}：{refused}。",
  streamWithoutUsage:
    "流式回答不会带用量，读取和写入多少无从得知，或显示为 0：请用 stream_options.include_usage 要求返回。",
  contentMissing:
    "{place} 调用了工具却没有 content：服务返回 400，“Input error. Field required: input.messages.{index}.content”。",
  emptyMarked: "{place} 是空文本：其上的标记有何作用，文档没有说明，可能毫无作用。",
  playedAsOffered: "{doubt}模拟时仍按支持处理其标记。",
  historyLeftOut:
    "对话的第 {request} 个请求去掉了 {place}，却保留了其后的 {kept, number} 条消息，这些消息要重新付费：较早的消息应保持发送时的原样。",
  historyRewritten:
    "对话的第 {request} 个请求改写了 {place}，却保留了其后的 {kept, number} 条消息，这些消息要重新付费：较早的消息应保持发送时的原样。",
  beyondLookback:
    "该标记与上一次请求的末尾{answer, select, none {} other {（{answer} 之前）}}之间有 {between} 个内容块，而查找最多回溯 {lookback} 个：那份缓存不会命中。",
  imageMessage: "该标记位于含有图片的 {place}：在 qwen3.8-max 上，这样的标记没有创建缓存，因此可能不起作用。",
  tailReplaced:
    "后续 {count, number} 个请求在 {marked} 的位置上都换成了别的消息，而该标记就打在这条消息上，因此它的缓存不会命中；各请求的共同部分为 {common}，到 {place} 为止。",
  tailDiffersOnce:
    "后续请求在该标记结束之前就已不同，因此它的缓存不会命中；共同部分为 {common}，到 {place} 为止。",
  tailDiffersAlways:
    "后续 {count} 个请求在该标记结束之前都已不同，因此它的缓存不会命中；共同部分为 {common}，到 {place} 为止。",
  tailDiffers:
    "后续 {count} 个请求中有 {differ} 个在该标记结束之前就已不同，因此它的缓存不会命中；共同部分为 {common}，到 {place} 为止。",
  besideString: "该标记与 {place} 的字符串 content 并列，没有打在内容块上：会被忽略，此处不会创建缓存。",
  besideContent: "该标记与 {place} 的 content 并列，没有打在内容块上：会被忽略，此处不会创建缓存。",
  onRequest: "该标记打在请求本身，没有打在内容块上：会被忽略，不会为它创建缓存。",
  onToolResult:
    "该标记打在 {place} 中 {calls} 个调用的一个结果上：在 qwen-plus 上，这样的标记在偏离 {shift} 个位置处生效，因此缓存可能在别处结束。",
  unknownType: '标记的 type 只能是 "ephemeral"：该标记不生效，此处不会创建缓存。',
  ttlNeedless: "这个 ttl 是多余的：Qwen4 之前，缓存的有效期一律为 5 分钟。",
  ttlUnread:
    "Qwen4 之前，无论 ttl 是多少，缓存的有效期都是 5 分钟；ttl 为 {ttl} 时，观察到完全没有创建缓存。",
  breakpointUnread: "只有 Qwen4 支持 prompt_cache_breakpoint：对 {model} 来说，该标记不生效。",
  unknownMode: 'prompt_cache_breakpoint 的 mode 只能是 "explicit"：该断点标记不生效，此处不会创建缓存。',
  inExtraBody:
    "只有 SDK 会展开 extra_body；原样发送时，服务会忽略它和其中的标记。即使展开，标记也会落在请求本身，同样会被忽略。",
  inLibraryOption:
    "{place} 是某个库的选项，由该库在发送时写成标记；直接出现在请求体里时，服务会忽略它，此处不会创建缓存。",
  cachePoint:
    "{key} 是 Amazon Bedrock 的标记；百炼的文档只支持打在内容块上的 cache_control，因此此处不会创建缓存。",
  inToolResult: "该标记位于工具结果内部的 {place}：文档只支持打在消息内容块上的标记，因此视为没有标记。",
  inResponses: "Responses 由服务自行设置断点，此标记不起作用。",
  nobodyLooks:
    "没有服务会在 {place} 查找 {key}：只有打在消息内容块上的 cache_control 才有效，此处不会创建缓存。",
  onlyMarkerDoubted:
    "唯一的标记可能不生效：其前缀介于 {low, number} 与 {high, number} 个 Token 之间，而创建缓存至少需要 {minimum, number} 个。如果不生效，该请求既不创建也不命中缓存{implicit, select, lost {，隐式缓存也会失效} other {}}。",
  markerDoubted:
    "{place} 中的标记可能不生效，其他标记也都不生效：其前缀介于 {low, number} 与 {high, number} 个 Token 之间，而创建缓存至少需要 {minimum, number} 个。如果不生效，该请求既不创建也不命中缓存{implicit, select, lost {，隐式缓存也会失效} other {}}。",
  noEffect:
    "{count, plural, =1 {唯一的标记不生效} other {# 个标记都不生效}}：该请求既不创建也不命中缓存{implicit, select, lost {，隐式缓存也会失效} other {}}。",
  mergedMarker: "{count} 条 system 消息合并成一段：没有缓存在该标记处结束，由 {place} 中的标记代替。",
  mergedMessage: "{place} 被合并到 system 段中，无法单独命中或未命中；放到 user 消息里则可以。",
  latestAlias: "{name} 是随最新版本变动的别名：按 {meant} 模拟。",
  otherName: "{name} 实际指 {meant}，按后者模拟：名称前后的部分属于网关或客户端，百炼本身只接受 {meant}。",
  modelSwitched:
    "对话的第 {request} 个请求改用 {model}，而第 {earlier} 个请求用的是 {before}：缓存只在同一模型内有效，因此一概不会命中，全部内容要重新付费。应坚持使用同一模型。",
  noCache: "不会缓存：{model} 在{region}地域没有上下文缓存。",
  promptShort: "不会缓存：整个提示词为 {prompt}，而前缀至少需要 {minimum, number} 个。",
  promptBorderline:
    "很可能不会缓存：整个提示词为 {prompt}，介于 {low, number} 与 {high, number} 之间，而前缀至少需要 {minimum, number} 个，处于临界状态。",
  onlyImplicit: "没有标记时，隐式缓存可能命中相同的开头，但不保证命中。",
  noImplicit: "没有标记就不会缓存：{model} 在{region}地域没有隐式缓存。",
  requestTokens: "该请求有 {tokens}",
  requestTokensBetween: "该请求有 {tokens}，介于 {low, number} 与 {high, number} 之间",
  refused: "{total}，而 {model} 最多接受 {limit}：会被拒绝。",
  refusedBorderline: "{total}，而 {model} 最多接受 {limit}：处于临界状态，可能被拒绝。",
  beyondPrices:
    "{total}，而 {model} 在{region}地域的已知价格只到 {end, number} 个：超出部分无法给出费用，服务也可能拒绝。",
  beyondPricesBorderline:
    "{total}，而 {model} 在{region}地域的已知价格只到 {end, number} 个：处于临界状态，超出部分无法给出费用，服务也可能拒绝。",
  thinkingShown:
    "{place} {more, plural, =0 {} other {以及其后 # 个回答}}中的思考内容目前位于前缀之内，但按 {model} 的模板，用户再次提问后就会略去：从那里开始都不会命中{switch, select, offered {；preserve_thinking 可以保留它} other {}}。",
  thinkingDropped:
    "{place} {more, plural, =0 {} other {以及其后 # 个回答}}中的思考内容在最新问题之前，按 {model} 的模板会被略去：不在任何前缀中{switch, select, offered {；preserve_thinking 可以保留它} other {}}。",
  repeated: "{place} 与 {first} 的文本相同：其 {tokens} 要付费两次。",
  secret: "这里像是“{secret}”（{masked}）：它会以明文随 {place} 发送，模型也可能重复它。",
  andMore: "“{title}”另有 {count, number} 处，不再逐一列出。",
  severalMarkers: "{place} 有 {count} 个标记，而 {model} 在此只保留一个断点：只有最后一个生效。",
  stableBehindWords: "约 {tokens} 的固定内容位于 {place} 中这些变化的文字之后：文字一变，就要全部重新付费。",
  stableBehindPart:
    "{place}（{tokens}）在后续每个请求中都会出现，但位于内容不同的 {first} 之后：每次都要全额付费。",
  systemMoved: "{place} 会移到开头，并入 system 段：它的任何改动都会改变整个前缀。",
  systemMovedPerhaps:
    "{place} 是 `messages` 中的 system 消息，服务如何处理它，文档没有说明；这里将其移到开头，它的任何改动都会改变整个前缀。",
  budgetNotWhole: "{place} 必须是正整数：其他值服务都会返回 400。",
  budgetEmpty: "{place} 没有留下思考的余量：观察到这样的请求会被拒绝，返回 400。",
  budgetEmptyAdaptive:
    "{place} 没有留下思考的余量，而思考又是 adaptive：观察到这样的请求会被拒绝，返回 400。",
  noRoomForAnswer:
    "思考最多可用 {budget, number} 个 Token，而 {place} 为 {limit, number}：如果思考计入上限，就没有余量留给回答，服务可能返回 400。",
  tooManyMarkers:
    "{all, number} 个标记中只有最后 {most} 个生效（{kept}）；{dropped, plural, =1 {该标记} other {前 # 个}}不会创建缓存。",
  tooManyMarkersFirst:
    "{all, number} 个标记中只有前 {most} 个生效（{kept}），这是“未定问题”中的选择；后 {dropped, number} 个不创建缓存。",
  onTool: "打在工具上的该标记会被忽略：工具位于 system 段中，只有打在 system 段上的标记才能覆盖。",
  sameToolName: "{place} 与 {first} 同名，都是 {name}：调用无法区分指的是哪一个，服务也可能拒绝请求。",
  sameTool: "{place} 与 {first} 完全相同（{name}）：其 Token 发送了两次，以后去掉它又会改变所有前缀。",
  toolsChanged: "对话的第 {request} 个请求{change}：所有前缀随之改变，之前创建的缓存都不会命中。",
  toolsAdded: "新增了 {added}",
  toolsRemoved: "去掉了 {removed}",
  toolsReplaced: "新增了 {added}，去掉了 {removed}",
  toolsReordered: "改变了工具的顺序",
  toolKeysReordered: "改变了某个工具的键的顺序",
  toolRepeated: "改变了某个工具出现的次数",
  toolReworded: "改写了某个工具的描述",
  uncountedRequest: "请求中含有{what}：其 Token 未计数，因此从这里开始的计数只是下限。",
  uncounted: "{place} 含有{what}：其 Token 未计数，因此从这里开始的计数只是下限。",
  noModelNamed: "请求没有指定模型：假定每条消息一个断点、最少 1,024 个 Token、最多 4 个标记。",
  unknownModel:
    "目录中没有 {name}：假定每条消息一个断点、最少 1,024 个 Token、最多 4 个标记，并且不显示费用。",
  billingHeader:
    "编程智能体的归属标头在每个新提示词（旧版本为每次请求）中都不同，因此没有可以共享的前缀，除非服务会去掉这一行，而这一点不得而知；设置 CLAUDE_CODE_ATTRIBUTION_HEADER=0 可将其关闭。",
  volatile:
    "{place} 中的{kind, select, clock {日期或时间} epoch {时间戳} id { ID } uuid { UUID } counter {计数} hash {哈希值} folder {工作目录} git { git 状态} other {变化的文字}}位于最后一个标记之前：一旦变化，从这里开始都不会命中，直到标记处的前缀要重新创建缓存。",
  noPlaceInArray: "单独的数组里没有位置放置 {key}。",
  requestEmpty: "请求为空。",
};
