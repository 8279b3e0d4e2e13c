/** 关于 Responses API 请求字段的中文文案。 */
import type { Translated } from "../catalogue";
import type { schemaResponses as english } from "../en/schema-responses";

export const schemaResponses: Translated<typeof english> = {
  marker: "标记。在 Responses 中不起作用：由服务自行设置断点。",
  part: "内容的一部分。",
  inputText: "用户或指令的文本。",
  outputText: "模型的文本。",
  summary: "模型的思考内容，按服务给出的形式。请原样传回。",
  summaryPart: "思考内容的一段。",
  thoughtWhole: "完整的思考内容。",
  itemId: "条目的 ID。不属于渲染后的提示词。",
  status: "条目的完成状态。不属于渲染后的提示词。",
  roleUser: "用户。",
  content: "消息内容：字符串或内容数组。两种写法的前缀相同。",
  output: "工具返回的内容：字符串或内容数组。",
  referenceId: "服务所保存条目的 ID。",
  reference: "服务所保存的条目。",
  snippetUser: "用户消息",
  snippetCall: "工具调用条目",
  snippetResult: "工具结果条目",
  item: "对话中的条目。在前缀中，条目依次排在指令和工具之后。",
  itemKind: "条目的类型；省略时为 message。",
  kindMessage: "一条消息。",
  input: "提问内容：一段文本，或按时间排列的对话条目。要保持前缀不变，只在末尾追加，不改动前面的内容。",
  toolOwn: "由服务自行执行的工具。它写入提示词的内容不计入此处的 Token 数。",
  instructions: "系统文本。与工具一起排在最前面，不会从上一条回答沿用。",
  previous: "接续此前的回答：服务把其历史放在 input 之前。该历史不在请求体中，因此不计入此处的 Token 数。",
  store: "服务是否保存回答，供后续请求接续。",
  storeOn: "保存七天；省略时也是如此。",
  storeOff: "不保存。",
  reasoning: "模型思考的程度。",
};
