/** What the address of a frame asks for: whether it may be changed, and which panels it shows. */

const FRAME_PANELS = ["request", "prefix", "timeline"] as const;
export type FramePanel = (typeof FRAME_PANELS)[number];

export interface FrameSettings {
  readonly mode: "read" | "interactive";
  /** Null = as many as there is room for. */
  readonly panels: readonly FramePanel[] | null;
}

/** What makes no sense is left out. @param search the query, e.g. `?mode=interactive&panels=prefix,timeline` */
export function readFrameSettings(search: string): FrameSettings {
  const query = new URLSearchParams(search);
  const named = (query.get("panels") ?? "").split(",");
  const panels = FRAME_PANELS.filter((panel) => named.includes(panel));
  return {
    mode: query.get("mode") === "interactive" ? "interactive" : "read",
    panels: panels.length > 0 ? panels : null,
  };
}
