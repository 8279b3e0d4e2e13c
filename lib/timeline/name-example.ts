/** What examples and ready scenarios are called in the reader's language. Documents carry their English names. */
import { type Message, type Said, tell } from "../words/message";

/** By the name that the data carry. */
const NAMES = {
  "A ticket in eight requests": "examples.aTicket",
  "Agent, three tool rounds": "examples.threeToolRounds",
  "Batch of 50 rows": "examples.batchOfRows",
  "Batch processing": "examples.batch",
  "Clock in the system text": "examples.clock",
  "Fifteen requests with tools": "examples.fifteenRequests",
  "Five questions, two tools": "examples.fiveQuestions",
  "Five reviews, one after the other": "examples.fiveReviews",
  "Function calling": "examples.functionCalling",
  "History compacted half-way": "examples.historyCompacted",
  "Model switched half-way": "examples.modelSwitched",
  "Multi-turn conversation": "examples.multiTurn",
  "One request": "examples.oneRequest",
  "Pings over a coffee break": "examples.pings",
  "Product questions, five turns": "examples.productQuestions",
  "Production agent, three markers": "examples.agent",
  "Same request after a long break": "examples.longBreak",
  "Same request, five times": "examples.fiveTimes",
  "Support agent, eight requests": "examples.supportAgent",
  "Support chat, five turns": "examples.supportChat",
  "Ten agent turns, a tool call in each": "examples.tenAgentTurns",
  "Ten turns, 60 s apart": "examples.tenTurns",
  "Ten workers at once": "examples.tenWorkers",
  "Three follow-up questions, 60 s apart": "examples.threeQuestions",
  "Three follow-up turns": "examples.threeTurns",
  "Tool agent, unsettled prefix": "examples.toolAgent",
  "Tools shuffled half-way": "examples.toolsShuffled",
  Untitled: "examples.untitled",
} as const;

const isKnown = (name: string): name is keyof typeof NAMES => Object.hasOwn(NAMES, name);

/** A name that the product gave in the reader's language; what people have named keeps its name. */
export const nameExample = (name: string): Said => (isKnown(name) ? tell(NAMES[name]) : name);

const DESCRIPTIONS = {
  "support-agent": "examples.aboutSupportAgent",
  "multi-turn": "examples.aboutMultiTurn",
  agent: "examples.aboutAgent",
  batch: "examples.aboutBatch",
  "function-calling": "examples.aboutFunctionCalling",
  "tool-agent": "examples.aboutToolAgent",
} as const;

const isDescribed = (id: string): id is keyof typeof DESCRIPTIONS => Object.hasOwn(DESCRIPTIONS, id);

/** One sentence: when to lay out a prompt this way. @param id of a preset; any other has no sentence */
export const describeExample = (id: string): Message | null =>
  isDescribed(id) ? tell(DESCRIPTIONS[id]) : null;
