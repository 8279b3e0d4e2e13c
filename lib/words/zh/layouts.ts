/** 布局与示例列表的中文文本。 */
import type { Translated } from "../catalogue";
import type { layouts as english } from "../en/layouts";

export const layouts: Translated<typeof english> = {
  edited: "{name} · 已编辑",
  copy: "{name}（副本）",
  examples: "示例",
  name: "名称",
  new: "新建",
  duplicate: "创建副本",
  yours: "我的布局",
  keptLayouts: "已保存的布局",
  nothingYet: "暂无布局：做出的更改会保存在此浏览器中。",
  notKeptYet: "尚未保存：更改请求或命名后，会保存在此浏览器中。",
  saving: "正在保存…",
  notKept: "未保存：浏览器不允许在此存储。",
  kept: "已保存在此浏览器中。",
  keptAt: "已于 {moment} 保存在此浏览器中。更改会随时保存。",
  newDocument: "已新建文档，请求为空。",
  openHere: "{moment} · 在此打开",
  remove: "删除",
  removeNamed: "删除 {name}",
  removeForGood: "彻底删除",
  removeNamedForGood: "彻底删除 {name}",
  removed: "已删除“{name}”。",
  keep: "保留",
  keepNamed: "保留 {name}",
  nothingIsKept: "浏览器没有保存此页的任何内容，重新加载会丢失更改：请分享或下载布局以保留。",
  changedElsewhere: "“{name}”已在另一个标签页中更改：此标签页改用副本，两者都会保留。",
  openElsewhere: "“{name}”已在另一个标签页中打开：这里是它的副本。",
  faultHead: "此页无法显示这个布局",
  faultMeans:
    "布局中的某些内容触发了此页的错误。所做的更改没有丢失：可以把布局下载为文件，或不打开它而进入页面。已保存的布局仍在列表中，但不再自动打开。",
  openWithout: "不打开它，进入页面",
  downloadLayout: "下载布局",
  tryAgain: "重试",
  removedElsewhere: "此布局已不存在：它在另一个标签页中被删除了。",
};
