/** English texts of a layout in a frame of somebody's page. */
export const embed = {
  loading: "Loading…",
  open: "Open in the playground",
  conversation: "Conversation",
  view: "View of the conversation",
  map: "Map",
  overTime: "Over time",
  table: "Table",
  oneRequest: "One request",
  mapAppears: "The map appears with the first analysis.",
} as const;
