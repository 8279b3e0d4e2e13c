/** Chinese statements of what the simulator assumes, by the name of each. */
import type { Translated } from "../catalogue";
import type { assumptions as english } from "../en/assumptions";

export const assumptions: Translated<typeof english> = {
  "message-marker-means-message-end": "对消息级模型，消息中任一内容块上的标记都代表该消息的末尾。",
  "markers-without-offer-play-implicit":
    "如果模型在该地域没有显式缓存，其标记不起作用：既不命中也不创建缓存，请求按没有标记处理。",
  "priced-cache-is-offered":
    "某地域有文档价格的缓存视为在该地域提供，即使较早的支持列表没有列出该模型。二手或推算的价格则不作定论：此时标记照常模拟，并说明存疑。",
  "changing-words-by-kind":
    "在场景中，除非用户另有指定：工具、system 文本、第一个问题之前的内容或最新问题里的时刻随场景时钟推进；日期在午夜变化，以其旁边的时刻为准（没有时刻时，对话从九点开始）；请求 ID、随机数和未命名的 UUID 每次请求都是新的；会话 ID、目录、git 状态和客户端的标头每次对话都是新的。再次发送的问题保持首次的文本。录制的请求保持原样。",
  "block-counting":
    "字符串 content 计为一个块，数组按内容块数计，工具不计，合并的 system 消息计为一个。只有严格位于缓存与标记之间的块才计入 20 个；带标记的块本身不计。",
  "every-breakpoint-leaves-an-entry": "每个断点都会留下一份独立的缓存；位于命中部分之内的不收费。",
  "expiry-from-start": "缓存的 5 分钟从创建或续期它的请求开始时算起。",
  "read-renews-own-markers":
    "请求一开始就立即为它命中的缓存以及自己各断点处的缓存续期。没有自己标记的较短缓存不会续期。",
  "parallel-creators-each-pay": "同时创建同一前缀的各个请求都要付费；最先结束的响应使其可以命中。",
  "ineffective-marker-selects-explicit":
    "带有标记的请求走显式缓存，即使没有标记生效：此时既不命中也不创建缓存。",
  "implicit-in-steps-of-128":
    "隐式缓存不保证命中，除非选择计入，否则不计。计入时，命中的是与任一已结束请求的最长公共前缀，向下取到 128 个 Token 的整数倍，与文档中的每个命中数一致。",
  "request-model-wins":
    "请求体中写明的模型优先于旁边选择的模型。没有数据时，请求耗时 0 秒，每段为一个块，没有输出。",
  "tail-by-template":
    "最后一条消息之后有 4 个 Token；混合模型关闭思考时为 8 个，Qwen3.5 起开启思考时为 6 个。它们不会被标记缓存。",
  "tool-results-share-a-turn":
    "连续的工具结果共用一个 user 轮次；除最后一个外，各结果在其结束标签之后结束。没有 system 消息时，工具自成一个 system 轮次。",
  "merged-system-blank-line": "对消息级模型，所有 system 消息在请求开头渲染为一条，彼此以空行分隔。",
  "thinking-in-history":
    "开源权重的对话模板决定渲染哪些历史思考：Qwen3.5 至 3.7 去掉最后一个问题之前的思考，Qwen3.8 和 Qwen4 予以保留，除非 preserve_thinking 另有指定。",
  "anthropic-as-openai":
    "Anthropic 格式的请求按其 OpenAI 形式渲染：工具为 function 形式，工具结果位于消息的其他文本之前。",
  "responses-as-openai":
    "Responses 请求体按含义相同的对话渲染：instructions 作为第一条 system 消息，developer 消息作为 system 消息，同一回答的思考、文本和调用合为一条消息。",
  "pre-tokenizer-details":
    "服务的文本切分与公开的分词器一致：U+FEFF 和 U+0085 按其自身的空白规则处理，特殊 Token 之间的各段分别规范化。",
  "template-tokens-count": "对话模板的 Token 计入 1,024 的下限，并位于截至带标记消息末尾的前缀之内。",
  "short-markers-use-no-slot":
    "标记多于 4 个时，最后 4 个生效。被忽略、被合并或未达下限的标记不占用这 4 个名额；过短的标记总在最前，因此断点不变。",
  "other-marker-values-ignored":
    "type 不是 `ephemeral` 的标记不生效，Qwen4 之前的 `prompt_cache_breakpoint` 断点标记也不生效；但请求仍走显式缓存。",
  "qwen4-ttl-in-marker":
    '缓存有效期为 5 分钟。Qwen4 上，标记可用 `"ttl": "1h"` 要求一小时，写在 `cache_control` 或 `prompt_cache_breakpoint` 断点标记中皆可；服务如何处理这一要求，文档没有说明。',
  "qwen4-ttl-of-last-marker":
    "对 Qwen4，一个请求创建和命中的内容只有一个有效期：标记不一致时，以最后一个生效的标记为准。",
  "qwen4-renewal-may-shorten":
    "在 Qwen4 上，请求命中或标记的缓存从该请求开始时起采用其有效期，即使短于剩余时间；由此延长的有效期不另收费。",
  "qwen4-automatic-breakpoint":
    "开启自动缓存后，Qwen4 在请求的最后一条消息之后放置一个断点（从 1,024 个 Token 起），与标记并存，不占用其名额。",
  "qwen4-four-markers":
    "对 Qwen4，请求中的标记多于 4 个时，与之前一样最后 4 个生效；两种写法的标记同等计数。",
  "session-breakpoint-at-input-end":
    "在会话中，服务在每次请求输入的最后一条消息之后放置一个断点；请求中的标记不起作用。",
  "session-look-up-as-explicit":
    "会话缓存的查找从断点向前回溯 20 个内容块，响应结束后缓存即可命中，命中会重新计算 5 分钟有效期，与显式缓存相同。",
  "session-billed-as-implicit":
    "如果模型在该地域没有显式缓存，会话以隐式缓存的价格命中同样的缓存，存入的内容按普通输入计费。",
  "responses-use-the-session-cache":
    "发往 Responses API 的请求视为已开启会话缓存：开启与否由请求头决定，请求体中看不出来。未开启时为隐式命中。",
  "implicit-reads-drawn-apart":
    "为隐式缓存设定概率后，每个请求独立抽取：要么命中全部可命中的内容，要么一个也不命中；相同的种子结果相同。",
  "entries-ignore-region-and-key": "缓存属于账号以及所写的模型名。快照版本与其基础模型不共享缓存。",
  "top-level-marker-ignored":
    "打在消息、工具或请求本身上的标记不生效；只有 content 数组中的内容块可以带标记。",
  "unknown-model-message-level":
    "粒度未知的模型只在消息末尾有断点，从 1,024 个 Token 起，每个请求最多 4 个，回溯 20 个内容块。",
  "snapshot-as-base": "未列出的带日期快照采用其基础模型的规则和价格。",
  "name-around-a-name":
    "带有网关或厂商前缀（qwen/…、dashscope/…）、客户端后缀（[1m]、:free）或 -latest 的模型名，按百炼上的对应模型模拟，采用其规则和价格。网关增减了什么不得而知。",
  "tier-by-total-input": "价格档位由请求的全部输入 Token 决定，无论是否命中缓存。",
  "uncounted-content":
    "文件、文档、音频以及其他服务的字段中的内容不计数：从那里开始，计数只是下限。上限：文本按其 JSON 增加四分之一，大小无法得知的增加 100,000 个 Token；限制了像素的图片可能从零到公式结果的两倍。",
  "tier-k-is-1024":
    "价格档位以 K 为单位，1K 为 1,024 个 Token：标为 252K 的 qwen3-max 接受 258,048 = 252 × 1,024 个。每档包含其最后一个 Token：32K 到 32,768 为止，128K 到 131,072 为止，256K 到 262,144 为止。1M 为 1,000,000。",
  "peak-price": "价格随时段变化时，采用高峰价格。",
  "media-size":
    "大小未知的图片按 1,024 × 1,024 像素计，视频按 10 秒、1,280 × 720 计；其 Token 数可能从零到两倍。大小已知时误差可达 10%，因为服务的缩放方式可能不同。",
  "later-vocabulary-band":
    "Qwen3.5 及以后的模型用较小的 Qwen3 词表计数。ASCII 文本的误差可达 ±1%：在公开的请求上，计数相差最多 0.6%。其他文本可能少 15% 到多 1%。",
  "other-makers-band": "其他厂商的模型以及未知模型按 Qwen3.5 计数；计数误差可达 ±25%。",
  "keys-of-one-recording-share-entries":
    "缓存只在账号内有效，而 API Key 看不出属于哪个账号：一段录制按同一账号模拟。如果账单没有命中另一个 API Key 的请求留下的缓存，则将该 Key 列为原因。",
  "bare-bodies-are-a-batch":
    "文件各行只有请求体、各有自己的问题且互不衔接时，按批量文件模拟：半价计费，没有单独计价的命中或创建，无论有无标记。",
  "reads-renew-own-markers-only":
    "命中会使再次命中的缓存重新计算有效期，标记也会使自身位置处的缓存重新计算；途中较短的缓存维持原来的到期时间。",
  "nova-as-claude": "Nova 的检查点按 Claude 的方式查找，且不采用文档所说的 20K Token 上限：实测命中更长。",
  "minimax-entry-at-markers":
    "MiniMax 的主动缓存只在标记处留下缓存；其文档有一个例子看起来像是每个块都留下缓存。",
  "latest-boundaries-count": "一个请求的边界多于 4 个时，只创建最后 4 个，服务自己放置的也计算在内。",
  "ten-minutes-in-memory":
    "GPT-5.6 之前，前缀从最后一个含有它的请求开始时起保留 600 秒；服务的说法是闲置五到十分钟。",
  "no-hidden-start": "如果前缀的结束位置从隐藏的开头算起，除非给出其长度，否则该开头按没有 Token 处理。",
  "overflow-not-played": "前缀相同的请求都到达拥有该前缀的服务器；实际上每分钟约 15 次起，服务会将其分散。",
  "reads-to-the-token": "服务没有说明以多大的块命中公共前缀时，精确到 Token。",
  "life-by-load": "服务没有说明前缀保留多久时，在对话模拟期间一律不到期。",
  "unlisted-minimum": "没有单独下限的 Gemini 模型采用所属代的下限：2.x 为 2,048 个 Token，3.x 为 4,096 个。",
  "object-used-at-once":
    "租用的缓存对象在第一个含有其文本的请求开始时创建，立即供该请求使用，且不续期。除此之外不会命中任何内容。",
  "deepseek-steps": "DeepSeek 的命中按 64 个 Token 为一级计算，与 2024 年相同；目前的命中数都是其倍数。",
  "deepseek-units":
    "DeepSeek 会存储每个请求的全部输入，以及观察到两个请求共有的前缀；请求结束后两者都可命中，且不会到期。回答的末尾以及长文本内部的位置不予考虑。",
  "deepseek-off-peak": "模拟的时间没有具体时段：除非选择高峰价格，采用 DeepSeek 的非高峰价格。",
  "engine-one-at-a-time": "自建引擎按开始顺序逐个处理请求。",
  "engine-keeps-no-answers": "引擎不保留回答的 Token；它们会作为下一个请求的输入再次出现。",
  "lmcache-whole-chunks": "LMCache 只保留完整的块；提示词全部已缓存时，最后一个 Token 仍要计算。",
  "host-in-blocks": "自建主机从第一个块起，以 16 个 Token 的块命中公共前缀，且不淘汰任何块，除非另行指定。",
  "sticky-place-drawn": "对话在粘性路由之后的第一个位置随机抽取；闲置未达设定时间前保持不变。",
  "band-of-whole-request": "价目表没有说明超过某一界限的较高价格是否适用于整个请求时，视为适用于整个请求。",
  "frame-of-four":
    "格式未知的服务，请求按工具、system、消息的顺序排列，每条消息外加 4 个 Token，回答之前 3 个。",
  "nearest-vocabulary":
    "这里没有其词表的模型用 Qwen 的词表计数：误差可达 ±25%，代码和英语以外的语言误差更大。",
  "openai-chat-frame":
    "OpenAI 的模型每条消息计 3 个 Token 外加角色，回答之前 3 个，即 OpenAI Cookbook 对 GPT-4o 的算法；后续模型视为相同。",
  "gpt-6-vocabulary":
    "GPT-6 使用 GPT-5 的词表 o200k_base：为它计数的工具如此说明，OpenAI 自己的列表尚未包含它。",
  "harmony-frame":
    "OpenAI 的开源模型按 harmony 格式接收提示词：先是自带的 61 个 Token 的 system 消息（主机可能改写或省略），然后每条消息外加 4 到 7 个 Token。",
  "deepseek-v4-vocabulary": "DeepSeek V4 用 V3 的词表计数：V4 公开示例中的 ID 与 V3 的一致。",
  "deepseek-frame":
    "DeepSeek 的模型在开头计 1 个 Token，用户文字之前 1 个，回答前后共 3 个，与公开的 V4 编码一致。",
  "parts-beside-text":
    "服务有自己的词表时，文本计数精确，其余则不然：工具定义按其 JSON 计数，可能少 40% 到多 10%；调用和结果的外框不计数；思考可能略去；图片可能从零到两倍。",
  "claude-later-vocabulary":
    "从 Opus 4.7 和 Sonnet 5 起，Claude 对同一文本的 Token 数比以前多约 30%，最多 35%：用最接近的词表计数后乘以 1.3，误差可能为少 40% 到多 30%。",
};
