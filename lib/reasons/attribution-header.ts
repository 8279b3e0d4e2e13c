/** Claude Code's attribution header: the line of its system text that is another for each first prompt. */

import { type Message, tell } from "../words/message";

/**
 * Since 2.1.2xx its value is a fingerprint of the conversation's first prompt; older versions changed it with every
 * request. Seen in 2.1.332 (2026-11-29); https://code.claude.com/docs/en/llm-gateway-protocol names the line.
 */
const HEADER = /^x-anthropic-billing-header:[^\n]*\n?/gim;

/** True where two system texts are the same but for that line. */
export const differByHeader = (one: string, other: string): boolean =>
  one !== other && one.replace(HEADER, "").trimEnd() === other.replace(HEADER, "").trimEnd();

/** The setting that leaves the line out. */
export const HEADER_MEND: Message = tell("reasonKinds.mendHeader");
