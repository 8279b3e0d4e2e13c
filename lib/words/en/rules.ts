/** English texts of the pages of the rules. */
export const rules = {
  heading: "Rules",
  purpose: "What the playground checks in a request, first of all for Alibaba Cloud Model Studio.",
  reported: "Reported",
  notReported: "Not reported",
  open: "Open in the playground",
  exampleScenario: "The rule's example",
  laterRequest: "Request {request} of the conversation",
  moreCharacters: "{start}… ({count, number} more characters)",
} as const;
