/** 嵌入他人网页的布局的中文文本。 */
import type { Translated } from "../catalogue";
import type { embed as english } from "../en/embed";

export const embed: Translated<typeof english> = {
  loading: "加载中…",
  open: "在 Playground 中打开",
  conversation: "对话",
  view: "对话的视图",
  map: "缓存图",
  overTime: "时间线",
  table: "表格",
  oneRequest: "一次请求",
  mapAppears: "首次分析完成后显示缓存图。",
};
