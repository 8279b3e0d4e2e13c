/** English texts of the page's frame and of its windows, menus and fields. */
export const ui = {
  close: "Close",
  closeMessage: "Close the message",
  nothingNamedSo: "No matches.",
  resizeEditor: "Resize the editor",
  resizeProblems: "Resize the problems",
  panels: "Panels",
  panelRequest: "Request",
  panelMap: "Map",
  panelWhy: "Why",
  dismiss: "Dismiss",
  workerNotStarted: "The analysis worker could not be started. Reload the page to try again.",
  messages: "Notifications",
  numberField: "Number field",
  partLoading: "Loading …",
  partNotLoaded: "This part of the page could not be loaded. Check the connection and reload the page.",
} as const;
