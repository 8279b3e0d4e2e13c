/** Kilo: over the Anthropic-compatible endpoint, with a provider of its own in kilo.json. */
import { tell } from "../../words/message";
import { AI_SDK_MARKERS, writeAiSdkProvider } from "../ai-sdk-provider";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@kilocode/cli/v/7.7.7",
  asOf: "2026-11-29",
} as const;

export const kilo: ConnectTool = {
  id: "kilo",
  name: "Kilo",
  dialect: "anthropic",
  ...SEEN,
  write: (connection) => [
    {
      path: "~/.config/kilo/kilo.json",
      content: writeAiSdkProvider(connection),
    },
  ],
  sends: () => ({
    markers: AI_SDK_MARKERS,
    note: tell("connectTools.kiloNote"),
    ...SEEN,
  }),
  traps: [
    { title: tell("connectTools.openCodeBaseUrl"), text: tell("connectTools.openCodeBaseUrlText"), ...SEEN },
    { title: tell("connectTools.kiloAlibaba"), text: tell("connectTools.kiloAlibabaText"), ...SEEN },
  ],
};
