/** Cline: over the OpenAI-compatible endpoint, by its own command; it sends no markers there. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/cline/v/3.0.65",
  asOf: "2026-11-29",
} as const;

export const cline: ConnectTool = {
  id: "cline",
  name: "Cline",
  dialect: "openai",
  ...SEEN,
  write: ({ baseUrl, model, keyName }) => [
    {
      path: tell("connect.terminal"),
      content: [
        `cline auth -p openai-compatible -k "$${keyName}" -m ${model} -b "${baseUrl("openai")}"`,
        "cline -P openai-compatible",
      ].join("\n"),
    },
  ],
  sends: () => ({ markers: [], note: tell("connectTools.clineNote"), ...SEEN }),
  traps: [
    { title: tell("connectTools.clineNone"), text: tell("connectTools.clineNoneText"), ...SEEN },
    { title: tell("connectTools.clineAnthropic"), text: tell("connectTools.clineAnthropicText"), ...SEEN },
  ],
};
