/** Chinese texts of the pages of the rules. */
import type { Translated } from "../catalogue";
import type { rules as english } from "../en/rules";

export const rules: Translated<typeof english> = {
  heading: "规则",
  purpose: "Playground 在请求中检查的内容，首先针对阿里云百炼。",
  reported: "会报告的例子",
  notReported: "不会报告的例子",
  open: "在 Playground 中打开",
  exampleScenario: "规则示例",
  laterRequest: "对话的第 {request} 个请求",
  moreCharacters: "{start}…（另有 {count, number} 个字符）",
};
