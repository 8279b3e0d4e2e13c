/** English texts of pages that could not be drawn. */
export const fault = {
  head: "This page could not be shown",
  means: "Something failed while the page was being drawn. What this browser keeps of it is still there.",
  tryAgain: "Try again",
  mayBe:
    "The cause may be what the page finds here: {kept}. Starting without it removes it; download it first to have it later.",
  download: "Download it as a file",
  startWithout: "Start without it",
  address: "what stands in the address behind #",
  audit: "an audit, with its calls",
  probeRun: "a run of probes, with its calls",
  probeDraft: "what was entered for probes",
  findings: "what probes have found",
  calibrations: "the calibrations of your models",
  liveRun: "a live run, with its answers",
  shortLinks: "the list of your short links, with what deletes them",
  panels: "the sizes of the panels",
  openLayout: "which kept layout is open",
  lessons: "which lessons you have done",
} as const;
