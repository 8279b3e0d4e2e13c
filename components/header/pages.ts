/** The pages beside the playground, in the order they are offered. */

export interface PageLink {
  readonly href: string;
  /** Where there is little room. */
  readonly short: string;
  readonly label: string;
}

export const PAGES: readonly PageLink[] = [
  { href: "/connect", short: "Connect", label: "Connect your tool" },
  { href: "/record", short: "Record", label: "Record an agent" },
  { href: "/layers", short: "Layers", label: "Follow a request through the layers" },
  { href: "/audit", short: "Audit", label: "Audit an endpoint" },
  { href: "/rules", short: "Rules", label: "Rules" },
];
