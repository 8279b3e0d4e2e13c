/** 页面框架以及窗口、菜单、输入框的中文文本。 */
import type { Translated } from "../catalogue";
import type { ui as english } from "../en/ui";

export const ui: Translated<typeof english> = {
  close: "关闭",
  closeMessage: "关闭消息",
  nothingNamedSo: "没有匹配项。",
  resizeEditor: "调整编辑器宽度",
  resizeProblems: "调整问题面板宽度",
  panels: "面板",
  panelRequest: "请求",
  panelMap: "缓存图",
  panelWhy: "原因",
  dismiss: "关闭提示",
  workerNotStarted: "分析进程无法启动，请刷新页面重试。",
  messages: "消息提示",
  numberField: "数字输入框",
  partLoading: "正在加载……",
  partNotLoaded: "页面的这一部分未能加载，请检查网络后刷新页面。",
};
