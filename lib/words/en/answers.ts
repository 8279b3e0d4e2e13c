/** English texts about what a service answered: its usage and its errors. */
export const answers = {
  usageMissing: "The answer holds no usage: what it cost cannot be told.",
  usageUnknown: "This is no usage object that is known here: it has neither prompt_tokens nor input_tokens.",
  usageNoNumber: "The usage has {field}, but it is no number of tokens: {value}.",
  usageExceeds:
    "The usage contradicts itself: {read} read and {written} written are more than {prompt} of input.",
  livesDiffer:
    "The usage contradicts itself: its lifetimes add up to {sum}, but {field} is {written}, which is taken here.",
  detailsDiffer:
    "The usage contradicts itself: its {parts} add up to {sum}, but {field} is {written}, which is taken here.",
  missesDiffer:
    "The usage contradicts itself: {hit} hit and {miss} missed are not the {prompt} of {field}, which is taken here.",
  zerosImplicit:
    "Nothing was read: the implicit cache found nothing, or read nothing, which it never promises.",
  zerosWritten: "Nothing was read: no live entry begins this prompt, so it was written anew.",
  zerosExplicit:
    "Nothing was read or written: no marker was effective, most likely because the prefix is below the minimum.",
  zerosUnsaid:
    "The usage does not say that a cache was at work: there was no marker, no marker was effective, or the model has no cache.",
  untoldRead: "What was read is not told: it may be any part of the uncached tokens.",
  untoldWritten: "Nothing was read. What was written is not told: it may be any part of the uncached tokens.",
  sum: "{read} read + {written} written + {uncached} uncached = {prompt} prompt tokens.",
  sumNoWritten: "{read} read + {uncached} written or uncached = {prompt} prompt tokens.",
  sumNoRead: "{written} written + {uncached} read or uncached = {prompt} prompt tokens.",
  sumNeither: "{uncached} read or written or uncached = {prompt} prompt tokens.",
  unread:
    "The usage also has {fields}: what that counts is not known here, so it is in none of these figures.",
  bothSentences: "{first} {second}",
  inputIncludes: "{tool}, where the input includes the cache",
  inputExcludes: "{tool}, where the input excludes the cache",
  promptIncludes: "{tool}, where the prompt includes the cache",
  promptIncludesRead: "{tool}, where the prompt includes what was read",
  aiSdkLatter: "the AI SDK",
  aiSdkEarly: "the AI SDK before version 5, which tells nothing of a cache",
  openRouter: "an OpenRouter generation",
  telemetryExcludes: "OpenTelemetry; since the cache exceeds the input, the input excludes it",
  telemetryIncludes: "OpenTelemetry; the input is taken to include the cache",
  overdue: "The account's payment is overdue.",
  overdueMend: "Settle the bill in the console of Alibaba Cloud; the key then works again.",
  content: "The service's content filter refused the request or its answer.",
  contentMend: "Change the texts that the filter may object to, then send again.",
  key: "The service does not know this key at this endpoint.",
  keyMend:
    "Check the key, then the region and the plan: a key works only where it was made, and keys of a plan (sk-sp-) only at the plan's own address.",
  freeQuota: "The free quota of this model is used up.",
  freeQuotaMend: "Switch off “free tier only” in the console to be billed, or choose another model.",
  access: "This key may not use this model or endpoint.",
  accessMend:
    "Activate Model Studio and the model for the key's workspace, or choose another model; keys of a plan work in coding tools only.",
  model: "The endpoint has no model of this name.",
  modelMend: "Check the model's name, and whether the region of the endpoint offers it.",
  allocation: "The tokens per minute, or the plan's quota, are used up.",
  allocationMend:
    "Wait a minute and send again; if it stays, raise the quota in the console or shorten the requests.",
  rate: "The account sends more requests than its limit allows, or their rate rose too fast.",
  rateMend: "Wait a minute, then send again, more slowly.",
  size: "The request is longer than the model takes.",
  sizeMend: "Shorten the texts, or choose a model with a larger context.",
  request: "The service refused a field of the request.",
  requestMend: "Mend the field that its message names, then send again.",
  server: "The service failed on its side.",
  serverMend: "Send the request again in a moment; if it stays, report the request's id to the service.",
  unknown: "The service answered with status {status} and no code that is known here.",
  unknownSaid: "Its own words say more.",
  unknownMend: "Send the request again; if it stays, ask the service.",
} as const;
