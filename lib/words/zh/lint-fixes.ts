/** Chinese titles of the mends that the rules offer. */
import type { Translated } from "../catalogue";
import type { lintFixes as english } from "../en/lint-fixes";

export const lintFixes: Translated<typeof english> = {
  removeMarker: "删除该标记",
  removeMarkers: "{count, plural, =1 {删除该标记} other {删除全部标记}}",
  removeWithMerged: "删除该标记以及与之合并的 {count} 个标记",
  removeMergedMarker: "删除被合并的标记",
  removeEarlierMarkers: "{count, plural, =1 {删除前面的标记} other {只保留最后一个标记}}",
  removeDropped: "{count, plural, =1 {删除不生效的标记} other {删除 # 个不生效的标记}}",
  moveMarker: "将标记移到 {place}",
  moveMarkerTo: "将标记移到 {place}，该处前缀为 {prefix}",
  moveOntoLastPart: "将标记移到最后一个内容块上",
  convertContent: "将 content 改为数组，并把标记移入其中",
  addMarker: "在 {place} 添加标记",
  mark: "在 {place} 打标记，该处前缀为 {prefix}",
  remove: "删除 {place}",
  removeIt: "删除",
  removeTtl: "删除 ttl",
  removeCopy: "删除第二份",
  addResults: "{count, plural, =1 {添加一个空结果} other {添加 # 个空结果}}",
  write: "写入 {text}",
  writeInstead: "改为 {text}",
  writeThere: "改为 {figure, number}",
  writeMarkerOn: "改为在 {place} 写入 cache_control",
  makeUser: "{count, plural, =1 {改为 user 消息} other {除第一条外都改为 user 消息}}",
  switchOn: "开启 {key}",
  replaceSecret: "用占位符替换密钥",
  moveLine:
    "将该行移到{where, select, user {最新的 user 消息中} newest {最新的消息中} other {最后一个标记之后}}",
  moveSentence:
    "将“{line}”移到{where, select, user {最新的 user 消息中} newest {最新的消息中} other {最后一个标记之后}}",
  putReference:
    "在此处写入“{reference}”，并将“{line}”移到{where, select, user {最新的 user 消息中} newest {最新的消息中} other {最后一个标记之后}}",
};
