/** The pages beside the playground, in the order they are offered. */
import type { MessageKey } from "../../lib/words/message";

interface PageLink {
  readonly href: string;
  /** Where there is little room. */
  readonly short: MessageKey;
  readonly label: MessageKey;
}

export const PAGES = [
  { href: "/learn", short: "learn.learn", label: "learn.title" },
  { href: "/connect", short: "header.connectShort", label: "header.connect" },
  { href: "/record", short: "header.recordShort", label: "header.record" },
  { href: "/layers", short: "header.layersShort", label: "header.layers" },
  { href: "/audit", short: "header.auditShort", label: "header.audit" },
  { href: "/probes", short: "header.probesShort", label: "header.probes" },
  { href: "/rules", short: "header.rules", label: "header.rules" },
] as const satisfies readonly PageLink[];
