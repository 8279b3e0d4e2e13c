/** 示例与现成场景的名称，以及各示例适用的场合。 */
import type { Translated } from "../catalogue";
import type { examples as english } from "../en/examples";

export const examples: Translated<typeof english> = {
  supportAgent: "客服智能体，八次请求",
  multiTurn: "多轮对话",
  agent: "生产环境智能体，三个标记",
  batch: "批量处理",
  functionCalling: "Function Calling",
  toolAgent: "工具智能体，前缀不稳定",
  untitled: "未命名",
  aboutSupportAgent:
    "系统文本中带有时钟的智能体：大多数请求命中，一次因时钟未命中，一次因等待太久未命中。两处都可以修复。",
  aboutMultiTurn: "标记最新的一条消息：每一轮都命中此前的全部内容。",
  aboutAgent: "按变化的先后分别标记：人设与工具、知识库、对话。",
  aboutBatch: "只标记固定的指令：从第二行起，每一行都命中它。",
  aboutFunctionCalling: "工具算作系统文本的一部分：标记系统消息，并保持工具不变。",
  aboutToolAgent:
    "系统文本中带有时钟，从第二个问题起工具的顺序改变，而且只有一个标记的智能体：在“节省”中查看如何一并修复。",
  aTicket: "一张工单，八次请求",
  supportChat: "客服对话，五轮",
  productQuestions: "产品咨询，五轮",
  fiveReviews: "五条评论，逐条处理",
  fiveQuestions: "五个问题，两个工具",
  fifteenRequests: "十五次请求，带工具",
  threeQuestions: "三个追问，间隔 60 秒",
  tenTurns: "十轮对话，间隔 60 秒",
  tenAgentTurns: "十轮智能体对话，每轮调用一次工具",
  threeTurns: "三轮追问",
  fiveTimes: "同一请求，发送五次",
  longBreak: "同一请求，中间停顿很久",
  oneRequest: "单次请求",
  threeToolRounds: "智能体，三轮工具调用",
  clock: "系统文本中带有时钟",
  toolsShuffled: "中途打乱工具顺序",
  historyCompacted: "中途压缩历史",
  tenWorkers: "十个并发任务",
  pings: "休息期间发送保活请求",
  batchOfRows: "批量处理 50 行",
  modelSwitched: "中途更换模型",
};
