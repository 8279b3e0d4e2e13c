/** English texts about the examples: their titles, what each is for, and the names of their scenarios. */
export const examples = {
  agentTitle: "Production agent, three markers",
  agentSays: "Mark what changes at different times: persona and tools, knowledge base, conversation.",
  agentScenario: "Product questions, five turns",
  batchTitle: "Batch processing",
  batchSays: "Mark only the fixed instructions: every row after the first reads them.",
  batchScenario: "Five reviews, one after the other",
  functionCallingTitle: "Function calling",
  functionCallingSays:
    "Tools count as part of the system text: mark the system message and keep the tools unchanged.",
  functionCallingScenario: "Five questions, two tools",
  multiTurnTitle: "Multi-turn conversation",
  multiTurnSays: "Mark the newest message: every turn reads all that came before it.",
  multiTurnScenario: "Support chat, five turns",
  supportAgentTitle: "Support agent, eight requests",
  supportAgentSays:
    "An agent with a clock in its system text: most requests hit, one misses for the clock and one for a long wait. Mend both.",
  supportAgentScenario: "A ticket in eight requests",
  toolAgentTitle: "Tool agent, unsettled prefix",
  toolAgentSays:
    "An agent with a clock in its system text, tools that come in another order from the second question on, and one marker alone: see in Savings what mends them together.",
  toolAgentScenario: "Fifteen requests with tools",
} as const;
