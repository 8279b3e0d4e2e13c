/** English texts about what a service answered: its usage and its errors. */
export const answers = {
  usageMissing: "The answer has no usage, so its cost is unknown.",
  usageUnknown: "Unknown usage object: it has neither prompt_tokens nor input_tokens.",
  usageNoNumber: "{field} in the usage is not a number of tokens: {value}.",
  usageExceeds:
    "The usage contradicts itself: {read} read and {written} written exceed the {prompt} of input.",
  livesDiffer:
    "The usage contradicts itself: its lifetimes add up to {sum}, but {field} is {written}. {field} is used.",
  detailsDiffer:
    "The usage contradicts itself: its {parts} add up to {sum}, but {field} is {written}. {field} is used.",
  missesDiffer:
    "The usage contradicts itself: {hit} hit and {miss} missed do not add up to {prompt}, the value of {field}. {field} is used.",
  zerosImplicit:
    "Nothing was read: the implicit cache had no match, or did not use it. It never promises a read.",
  zerosWritten: "Nothing was read: no live entry matches the start of this prompt, so it was written again.",
  zerosExplicit:
    "Nothing was read or written: no marker took effect, most likely because the prefix is below the minimum.",
  zerosUnsaid:
    "The usage shows no cache at work: the request had no marker, none took effect, or the model has no cache.",
  untoldRead: "The usage does not say what was read: it may be any part of the uncached tokens.",
  untoldWritten:
    "Nothing was read. The usage does not say what was written: it may be any part of the uncached tokens.",
  sum: "{read} read + {written} written + {uncached} uncached = {prompt} prompt tokens.",
  sumNoWritten: "{read} read + {uncached} written or uncached = {prompt} prompt tokens.",
  sumNoRead: "{written} written + {uncached} read or uncached = {prompt} prompt tokens.",
  sumNeither: "{uncached} read, written or uncached = {prompt} prompt tokens.",
  unread: "The usage also has {fields}. Their meaning is unknown, so these figures leave them out.",
  bothSentences: "{first} {second}",
  inputIncludes: "{tool}, where the input includes the cache",
  inputExcludes: "{tool}, where the input excludes the cache",
  promptIncludes: "{tool}, where the prompt includes the cache",
  promptIncludesRead: "{tool}, where the prompt includes what was read",
  aiSdkLatter: "the AI SDK",
  aiSdkEarly: "the AI SDK before version 5, which does not report the cache",
  openRouter: "an OpenRouter generation",
  telemetryExcludes: "OpenTelemetry; the cache exceeds the input, so the input excludes it",
  telemetryIncludes: "OpenTelemetry; the input is assumed to include the cache",
  overdue: "The account's payment is overdue.",
  overdueMend: "Settle the bill in the Alibaba Cloud console; the key then works again.",
  content: "The service's content filter refused the request or its answer.",
  contentMend: "Change the text the filter may object to, then send again.",
  key: "The service does not know this key at this endpoint.",
  keyMend:
    "Check the key, then the region and the plan: a key works only in the region where it was created, and a plan's key (sk-sp-) only at the plan's own address.",
  freeQuota: "This model's free quota is used up.",
  freeQuotaMend: "Switch off “free tier only” in the console and be billed, or choose another model.",
  access: "This key may not use this model or endpoint.",
  accessMend:
    "Activate Model Studio and the model for the key's workspace, or choose another model. A plan's key works only in coding tools.",
  model: "The endpoint has no model by this name.",
  modelMend: "Check the model's name, and whether the endpoint's region offers it.",
  allocation: "The limit on tokens per minute, or the plan's quota, is used up.",
  allocationMend:
    "Wait a minute and send again. If it fails again, raise the quota in the console or shorten the requests.",
  rate: "The account sends more requests than its limit allows, or its request rate rose too fast.",
  rateMend: "Wait a minute, then send more slowly.",
  size: "The request is longer than the model accepts.",
  sizeMend: "Shorten the texts, or choose a model with a larger context.",
  request: "The service refused a field of the request.",
  requestMend: "Fix the field named in its message, then send again.",
  server: "The service failed on its side.",
  serverMend: "Send the request again in a moment. If it fails again, report the request id to the service.",
  unknown: "The service answered with status {status} and no error code known here.",
  unknownSaid: "See the service's own message.",
  unknownMend: "Send the request again. If it fails again, ask the service.",
} as const;
