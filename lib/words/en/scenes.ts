/** English texts of the scenes of the layers, of what mends them, and of what was measured. */
export const scenes = {
  sixCalls: "Six calls, six times the router’s choice",
  sixCallsAbout:
    "The first call went to an expensive vendor, the others to a cheap one: the most expensive call cost 49 times the cheapest.",
  sixPinned: "The same six calls, pinned",
  sixPinnedAbout: "All six go to the cheap vendor: one is cold, five are warm, and the bill is a seventh.",
  providerA: "{name}: caches, and says so",
  providerAAbout:
    "The same model on one host: the second call costs {discount} less, and the usage says what was read. Judging by what {read, number} tokens took off, reading is {gap} cheaper per million.",
  providerB: "{name}: a price for reads, but no reads",
  providerBAbout:
    "The same model on another host that lists a price for reads: three calls, no discount, nothing reported.",
  gateway: "Through a gateway: {model}",
  gatewayAbout: "Cold, then warm: {discount} % less, {cold} s → {warm} s, and the usage said 0 both times.",
  uniform: "Twenty calls over four vendors, at random",
  uniformAbout: "Each vendor has to be warmed separately: of twenty calls about sixteen meet a warm cache.",
  inTurn: "Twenty calls over four vendors, in turn",
  inTurnAbout: "Four are cold and sixteen warm: in turn, every vendor is met within the first four calls.",
  agents: "Three agents through every layer",
  agentsAbout:
    "Vendors by price, clusters in turn, replicas at random: three layers that each lose what was written.",
  hybrid: "Short prompts on a hybrid model",
  hybridAbout:
    "Qwen3.5 4B makes vLLM use blocks of 528 tokens: of 480 repeated tokens none are read, of 552 nearly all, of 979 about half.",

  pinTo: "Pin the router to {vendor}",
  byPrefix: "Route by prefix in the gateway",
  keepReplica: "Keep a conversation on its replica",
  allPinned: "All of it, pinned to {vendor}",
  theFirst: "the first",

  pinOrder: "OpenRouter: one vendor, no fallback",
  pinOrderNote:
    "Every request goes to this vendor, and fails when it is down. `provider.order` turns the router’s own stickiness off: without `allow_fallbacks: false` a request may go elsewhere and stay cold.",
  pinSession: "OpenRouter: a session",
  pinSessionNote:
    "Up to 256 characters. After any success, requests of the session stay with the vendor until 10 minutes pass without one. Without it, a conversation is recognised by its first system message and first other message, and stays only after a request that used caching.",
  pinKey: "OpenAI and others: prompt_cache_key",
  pinKeyNote:
    "Requests with the same key and the same beginning go to the same machine as far as it can take them. Use one key for each shared beginning: one for everybody is too many requests for a machine. OpenRouter takes it as the name of a session.",
  pinLitellm: "LiteLLM: the deployment that has the prefix",
  pinLitellmNote:
    "Remembers for 5 minutes which deployment a marked prefix went to, or for 1 hour if every marker asks for it. The prefix must be exactly the same up to the last marker: a marker that moves with the newest message loses the deployment.",
  pinLitellmSession: "LiteLLM: a session or a key",
  pinLitellmSessionNote:
    "For an hour, requests of one session stay with their deployment, and those without a session with that of their key. A key shared by many customers sends all of them to one deployment; many keys for one customer scatter what could be read.",

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
