/** 无法显示的页面的中文文本。 */
import type { Translated } from "../catalogue";
import type { fault as english } from "../en/fault";

export const fault: Translated<typeof english> = {
  head: "此页无法显示",
  means: "绘制页面时出错。此浏览器为这一页保存的内容仍在。",
  tryAgain: "重试",
  mayBe: "原因可能在页面读到的这些内容里：{kept}。不用它们重新开始会将其删除；如需保留，请先下载。",
  download: "下载为文件",
  startWithout: "不用它们重新开始",
  address: "地址中 # 之后的内容",
  audit: "一次检测及其调用",
  probeRun: "一次探测及其调用",
  probeDraft: "为探测填写的内容",
  findings: "探测的发现",
  calibrations: "模型的校准",
  liveRun: "一次实际运行及其响应",
  shortLinks: "短链接列表及其删除凭据",
  panels: "各面板的大小",
  openLayout: "打开的是哪个已保存的布局",
  lessons: "已完成的课程",
};
