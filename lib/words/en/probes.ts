/** English words for probes: what they ask, how a run stands, and what its report says. */
export const probes = {
  title: "Probes",
  "title_extra-markers": "More than four markers",
  "asks_extra-markers": "Is a request with five markers refused, or do the first or the last four count?",
  unpriced: "Take the ceiling away, or choose a region whose prices are known.",
  pastCeiling: "The next calls could pass the ceiling.",
  raiseCeiling: "Raise the ceiling, or take it away.",
  whyFailed: "Too many calls failed, came late or were lost.",
  whyCancelled: "The run was ended before all its calls were made.",
  whyControl: "A control did not hold ({call}): the endpoint did not cache, or did not say so as it should.",
  whyUnclear: "The answers fit none of the readings.",
  whyDiffer: "Repeats gave different answers.",
} as const;
