/** English texts of the pages: titles, descriptions and first paragraphs. */
export const pages = {
  description: "See where a prompt is cached, why it missed and what it costs, before and after you send it.",
  picture: "The playground: a prompt and its bill",

  audit: "Audit an endpoint",
  auditPurpose:
    "Some gateways cache and report zeros, some report reads and cache nothing, and some spread calls over machines that do not share a cache. The audit sends new prompts, sends each again, and compares the times with what the usage says.",
  connect: "Connect your tool",
  connectPurpose:
    "The settings a coding tool needs for Alibaba Cloud Model Studio, which of its markers count there, and what is known to cost it cache reads.",
  layers: "Layers",
  layersPurpose:
    "An open model’s cache lives in the engine, and every layer above it can send the next request to a place without it. Follow each request through router, gateway and host, switch a layer, and see what changes.",
  probes: "Probe an endpoint",
  probesPurpose:
    "The documentation leaves questions open, and third parties contradict each other. Each probe asks one of them: of a service with your own key, at a cost that is said before, or of the emulator for nothing. Where controls and repeats do not bear an answer out, it says so.",
  record: "Record an agent",
  recordPurpose:
    "Point an agent at an address of this server: its requests are passed on unchanged, with its own key, and a copy is kept for you. The page then shows what each request read from the cache, what it paid for again, and why. Secrets are removed before anything is stored, prompts are not; you can delete all of it at any time.",
  recording: "Recording",

  notFound: "No such page",
  notFoundMeans: "There is nothing at this address: it may be mistyped or out of date.",
  toPlayground: "To the playground",
} as const;
