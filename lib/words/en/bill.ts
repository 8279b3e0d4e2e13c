/** English texts of bill. */
export const bill = {
  kindRead: "read input",
  kindWritten: "written input",
  kindUncached: "uncached input",
  kindCompletion: "completion",
  kindCreate: "cache creation",
  kindStorage: "cache storage",
  kindCall: "calls",
  noPrice: "No price is known for {kinds} at {tokens, plural, one {# token} other {# tokens}} of input.",
  noPriceOfModel:
    "No price is known for {kinds} of {model} in {place} at {tokens, plural, one {# token} other {# tokens}} of input.",
  noPriceWithoutModel:
    "No price is known for {kinds} of a request without a model in {place} at {tokens, plural, one {# token} other {# tokens}} of input.",
} as const;
