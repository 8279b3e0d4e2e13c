/** 各层场景、改进办法和测量结果的文字。 */
import type { Translated } from "../catalogue";
import type { scenes as english } from "../en/scenes";

export const scenes: Translated<typeof english> = {
  sixCalls: "六次调用，每次由路由选择",
  sixCallsAbout: "第一次调用发往昂贵的供应商，其余发往便宜的：最贵一次的费用是最便宜一次的 49 倍。",
  sixPinned: "同样六次调用，固定供应商",
  sixPinnedAbout: "六次都发往便宜的供应商：一次冷，五次热，账单降到七分之一。",
  providerA: "{name}：有缓存，也如实上报",
  providerAAbout:
    "同一模型在一家主机上：第二次调用便宜 {discount}，usage 也上报了命中。按 {read, number} 个 Token 省下的费用推算，每百万命中 Token 便宜 {gap}。",
  providerB: "{name}：标了命中价，却从未命中",
  providerBAbout: "同一模型在另一家标有命中价的主机上：三次调用，没有折扣，也没有上报。",
  gateway: "经过网关：{model}",
  gatewayAbout: "先冷后热：便宜 {discount} %，{cold} 秒 → {warm} 秒，两次 usage 都报 0。",
  uniform: "二十次调用随机分给四家供应商",
  uniformAbout: "每家供应商都要各自预热：二十次调用中约有十六次遇到热缓存。",
  inTurn: "二十次调用轮流分给四家供应商",
  inTurnAbout: "四次冷，十六次热：轮流时，前四次调用就遍历了所有供应商。",
  agents: "三个智能体穿过每一层",
  agentsAbout: "供应商按价格、集群轮流、副本随机：三层各自丢掉已创建的缓存。",
  hybrid: "混合模型上的短提示词",
  hybridAbout:
    "Qwen3.5 4B 使 vLLM 采用 528 个 Token 的块：重复的 480 个一个也不命中，552 个几乎全部命中，979 个约命中一半。",

  pinTo: "把路由固定到 {vendor}",
  byPrefix: "网关按前缀路由",
  keepReplica: "让对话留在同一副本",
  allPinned: "全部采用，并固定到 {vendor}",
  theFirst: "第一家",

  pinOrder: "OpenRouter：单一供应商，不回退",
  pinOrderNote:
    "每次请求都发往这家供应商，它不可用时请求失败。设置 `provider.order` 后，路由自带的粘性失效：没有 `allow_fallbacks: false` 时，请求可能发往别处而遇到冷缓存。",
  pinSession: "OpenRouter：会话",
  pinSessionNote:
    "最多 256 个字符。任一请求成功后，该会话的请求都留在这家供应商，直到 10 分钟没有请求。不设置时，按第一条系统消息和第一条其他消息识别对话，且只有用到缓存的请求之后才会留下。",
  pinKey: "OpenAI 等：prompt_cache_key",
  pinKeyNote:
    "键和开头都相同的请求，在机器承受范围内发往同一台机器。每个共同开头用一个键：所有人共用一个键，请求会超出一台机器的承受能力。OpenRouter 把它当作会话名。",
  pinLitellm: "LiteLLM：持有该前缀的部署",
  pinLitellmNote:
    "在 5 分钟内记住带标记的前缀发往哪个部署；若所有标记都要求 1 小时，则记 1 小时。到最后一个标记为止的前缀必须完全相同：标记随最新消息移动时，就会失去原来的部署。",
  pinLitellmSession: "LiteLLM：会话或键",
  pinLitellmSessionNote:
    "同一会话的请求在一小时内留在同一部署，没有会话的按其键留下。许多客户共用一个键，会全部发往同一部署；一个客户用许多键，则会分散本可命中的内容。",

  fullHeads: "DeepSeek-V3（假设为完整注意力头）",
  hybrid4b: "Qwen3.5 4B（混合）",
  hybrid397b: "Qwen3.5 397B（混合，双 GPU）",
  promotion: "DeepSeek V4 Pro（促销价）",
  anotherHost: "另一家主机",
  thirdHost: "第三家主机",
  measurement: "一份公开的测量，内容是经过路由和网关时开放权重模型的提示词缓存",
  openaiRuns: "OpenAI（2,300 次运行）",
  anthropic2024: "Anthropic（2024 年）",
  moonshot2024: "Moonshot（2024 年）",
  vllmH100: "vLLM（H100 上的 Qwen2.5-32B）",
};
