/** English texts of the scenes of the layers, of what mends them, and of what was measured. */
export const scenes = {
  sixCalls: "Six calls, six times the router’s choice",
  sixCallsAbout:
    "The first call went to a dear vendor, the others to a cheap one: the dearest cost 49 times the cheapest.",
  sixPinned: "The same six calls, pinned",
  sixPinnedAbout: "All six go to the cheap vendor: one is cold, five are warm, and the bill is a seventh.",
  providerA: "{name}: caches, and says so",
  providerAAbout:
    "The same model on one host: the second call costs {discount} less, and the usage says what was read. By what {read, number} tokens took off, a read one is {gap} a million cheaper.",
  providerB: "{name}: a price for reads, and none met",
  providerBAbout:
    "The same model on another host that lists a price for reads: three calls, no discount, nothing reported.",
  gateway: "Through a gateway: {model}",
  gatewayAbout: "Cold, then warm: {discount} % less, {cold} s → {warm} s, and the usage said 0 both times.",
  uniform: "Twenty calls over four vendors, by chance",
  uniformAbout: "Each vendor has to be warmed by itself: of twenty calls about sixteen meet a warm cache.",
  inTurn: "Twenty calls over four vendors, in turn",
  inTurnAbout: "Four are cold and sixteen warm: in turn every vendor is met within the first four calls.",
  agents: "Three agents through every layer",
  agentsAbout:
    "Vendors by price, clusters in turn, replicas by chance: three layers that each lose what was written.",
  hybrid: "Short prompts on a hybrid model",
  hybridAbout:
    "Qwen3.5 4B makes vLLM take blocks of 528 tokens: of 480 that come again none is read, of 552 nearly all, of 979 about half.",

  pinTo: "Pin the router to {vendor}",
  byPrefix: "Route by prefix in the gateway",
  keepReplica: "Keep a conversation on its replica",
  allPinned: "All of it, pinned to {vendor}",
  theFirst: "the first",

  pinOrder: "OpenRouter: one vendor, no fallback",
  pinOrderNote:
    "Every request goes to this vendor, and fails where it is down. With `provider.order` the router’s own stickiness is not used: without `allow_fallbacks: false` a request may go elsewhere and stay cold.",
  pinSession: "OpenRouter: a session",
  pinSessionNote:
    "Up to 256 characters. After any success requests of the session stay with the vendor, for 10 minutes without one. Without it a conversation is known by its first system and first other message, and stays only after a request that used caching.",
  pinKey: "OpenAI and others: prompt_cache_key",
  pinKeyNote:
    "Requests with one key and one beginning go to the same machine as far as it can take them. One key for each shared beginning: one for everybody is too many requests for a machine. OpenRouter takes it as the name of a session.",
  pinLitellm: "LiteLLM: the deployment that has the prefix",
  pinLitellmNote:
    "Remembers for 5 minutes which deployment a marked prefix went to, 1 hour where every marker asks for it. The prefix has to be exactly the same up to the last marker: a marker that moves with the newest message loses the deployment.",
  pinLitellmSession: "LiteLLM: a session or a key",
  pinLitellmSessionNote:
    "Requests of one session stay with their deployment, those without one with that of their key, for an hour. A key that many customers share sends all of them to one deployment; many keys for one customer spread what could be read.",

  fullHeads: "DeepSeek-V3, if it had full heads",
  hybrid4b: "Qwen3.5 4B, hybrid",
  hybrid397b: "Qwen3.5 397B, hybrid, on two GPUs",
  promotion: "DeepSeek V4 Pro, promotion",
  anotherHost: "Another host",
  thirdHost: "A third host",
  measurement: "A published measurement of open-weight prompt caching through a router and a gateway",
  openaiRuns: "OpenAI, 2,300 runs",
  anthropic2024: "Anthropic, 2024",
  moonshot2024: "Moonshot, 2024",
  vllmH100: "vLLM, Qwen2.5-32B on H100",
} as const;
