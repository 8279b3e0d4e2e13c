/** English texts of bill. */
export const bill = {
  kindRead: "read input",
  kindWritten: "written input",
  kindUncached: "uncached input",
  kindCompletion: "completion",
  kindCreate: "create input",
  kindStorage: "storage input",
  kindCall: "call input",
  noPrice: "No price is known for {kinds} at {tokens, plural, one {# token} other {# tokens}} of input.",
  noPriceOfModel:
    "No price is known for {kinds} of {model} in {place} at {tokens, plural, one {# token} other {# tokens}} of input.",
  noPriceWithoutModel:
    "No price is known for {kinds} of a request without a model in {place} at {tokens, plural, one {# token} other {# tokens}} of input.",
} as const;
