/** Multi-turn conversation: one marker on the newest message, which rolls along with every turn. */
import { controllerManual } from "./controller-manual";
import type { Preset } from "./preset";
import { markedMessage, plainMessage, writeRequest } from "./write-request";

const MODEL = "qwen3.7-max";

export const multiTurn: Preset = {
  id: "multi-turn",
  title: "Multi-turn conversation",
  description: "Mark the newest message: every turn reads all that came before it.",
  model: MODEL,
  text: writeRequest({
    model: MODEL,
    thinking: false,
    messages: [
      plainMessage("system", controllerManual),
      markedMessage("user", "Which voice assistants does the controller work with?"),
    ],
  }),
  scenario: {
    name: "Support chat, three turns",
    duration: 4,
    reply:
      "Hearth One works with Tmall Genie, Xiaodu, XiaoAi and Siri, and with any other assistant that supports Matter. Each of them can switch devices on and off, dim lamps and start scenes; locks can be opened by voice as well, but only with a spoken code of four digits. To link an assistant, open the app, go to Settings and then Voice, choose the assistant and sign in to its account. Once linked, it finds new devices by itself within a minute or so, and you can also give each device a second name that is easier to say aloud. Is there one you already use?",
    turns: [
      {
        mode: "append",
        gap: 50,
        user: "And what can I do if it does not find my Wi-Fi?",
        reply:
          "Please check first that your router offers a 2.4 GHz network, because Hearth One cannot be set up on a network of 5 GHz alone. Then join that network with your phone and open the app again. If the controller is still not found, move it at least 30 cm away from the router and from metal, unplug it, and wait until its light is white.",
      },
      {
        mode: "append",
        gap: 70,
        user: "How many devices can it control at the same time?",
        reply:
          "Hearth One controls up to 256 devices at the same time, along with 64 scenes and 400 rules. All rules run on the controller itself, so they keep working without the internet.",
      },
    ],
  },
};
