/** Production agent: markers at three levels of stability, from the persona to the newest question. */
import type { Preset } from "./preset";
import { productKnowledge, servicePersona } from "./service-handbook";
import { markedMessage, plainMessage, writeRequest } from "./write-request";

const MODEL = "qwen3.7-max";

export const agent: Preset = {
  id: "agent",
  title: "Production agent, three markers",
  description: "Mark what changes at different times: persona and tools, knowledge base, conversation.",
  model: MODEL,
  text: writeRequest({
    model: MODEL,
    thinking: false,
    messages: [
      markedMessage("system", servicePersona),
      markedMessage("user", productKnowledge),
      plainMessage(
        "assistant",
        "Thank you. I have the facts about the Aurora Pro at hand. How can I help you?",
      ),
      markedMessage("user", "Is the Ice Blue colour available in Singapore?"),
    ],
  }),
  scenario: {
    name: "Product questions, two turns",
    duration: 3,
    reply:
      "I am sorry, Ice Blue is sold out in Singapore at the moment. Night Black and Sand are in stock there, and of Cloud White only a few are left. Would you like me to look for Ice Blue in another town instead, or reserve another colour for you?",
    turns: [
      {
        mode: "append",
        gap: 40,
        user: "When will it be in stock again?",
        reply:
          "I do not have a date for the next delivery of Ice Blue. Let me hand you over to a colleague who can ask the warehouse. Would you like to be told by e-mail?",
      },
    ],
  },
};
