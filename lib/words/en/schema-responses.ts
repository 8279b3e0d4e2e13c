/** English texts about the fields of a request to the Responses API. */
export const schemaResponses = {
  marker: "Marker. It means nothing in Responses: the service places its breakpoints itself.",
  part: "A part of the content.",
  inputText: "A text of the user or the instructions.",
  outputText: "A text of the model.",
  summary: "What the model thought, as the service gives it. Send it back unchanged.",
  summaryPart: "A piece of the thought.",
  thoughtWhole: "What the model thought, in full.",
  itemId: "Id of the item. It is not part of the rendered prompt.",
  status: "How the item ended. It is not part of the rendered prompt.",
  roleUser: "The user.",
  content: "What the message says: a string, or an array of parts. Both forms are the same prefix.",
  output: "What the tool answered: a string, or an array of parts.",
  referenceId: "Id of an item that the service keeps.",
  reference: "An item that the service keeps.",
  snippetUser: "user message",
  snippetCall: "tool call item",
  snippetResult: "tool result item",
  item: "An item of the conversation. Items follow the instructions and the tools in the prefix, in this order.",
  itemKind: "Kind of item; message where it is left out.",
  kindMessage: "Something said.",
  input:
    "What is asked: a text, or the conversation as items, oldest first. To keep the prefix, add at the end and change nothing before it.",
  toolOwn: "A tool that the service runs itself. What it writes into the prompt is not counted here.",
  instructions:
    "The system text. It comes first, together with the tools, and is not taken over from the answer before.",
  previous:
    "Goes on from an earlier answer: the service puts its history in front of the input. That history is not in the body, so it is not counted here.",
  store: "Whether the service keeps the answer, so that a request can go on from it.",
  storeOn: "It is kept for seven days; as without this field.",
  storeOff: "It is not kept.",
  reasoning: "How much the model thinks.",
} as const;
