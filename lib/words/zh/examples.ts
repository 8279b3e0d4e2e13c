/** 示例的标题、用途说明和场景名称。 */
import type { Translated } from "../catalogue";
import type { examples as english } from "../en/examples";

export const examples: Translated<typeof english> = {
  agentTitle: "生产级 Agent，三个标记",
  agentSays: "在变化频率不同的内容之间打标记：人设与工具、知识库、对话。",
  agentScenario: "产品问答，五轮",
  batchTitle: "批量处理",
  batchSays: "只标记固定的指令：从第二行起，每一行都能命中。",
  batchScenario: "逐条处理五条评价",
  functionCallingTitle: "函数调用",
  functionCallingSays: "工具算作系统文本的一部分：标记系统消息，并保持工具不变。",
  functionCallingScenario: "五个问题，两个工具",
  multiTurnTitle: "多轮对话",
  multiTurnSays: "标记最新的消息：每一轮都能读取此前的全部内容。",
  multiTurnScenario: "客服对话，五轮",
  supportAgentTitle: "客服 Agent，八次请求",
  supportAgentSays:
    "系统文本里带时钟的 Agent：多数请求命中，一次因时钟未命中，一次因等待过久未命中。两处都可修复。",
  supportAgentScenario: "一张工单，八次请求",
  toolAgentTitle: "工具 Agent，前缀不稳定",
  toolAgentSays:
    "系统文本带时钟，从第二个问题起工具换了顺序，而且只有一个标记：“节省”里可以看到如何一并修复。",
  toolAgentScenario: "十五次带工具的请求",
};
