/** 面向初次使用者的中文文本。 */
import type { Translated } from "../catalogue";
import type { first as english } from "../en/first";

export const first: Translated<typeof english> = {
  purpose: "在发送之前就看清：提示词有哪些命中缓存、哪些重复付费，以及原因。",
  label: "用途",
  putAway: "收起这句话",
  putAwayHint: "收起后可在“?”中找到",
  learn: "三分钟学会",
  howToRead: "如何看图",
  paste: "粘贴请求",
  pasteHint: "请求体、curl、日志或 usage 对象均可；在任意位置按 Ctrl+V 效果相同",
  openExample: "打开示例",
};
