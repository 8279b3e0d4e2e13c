/** Chinese texts of words that change from request to request. */
import type { Translated } from "../catalogue";
import type { changing as english } from "../en/changing";

export const changing: Translated<typeof english> = {
  how_request: "每次请求",
  how_clock: "每分钟",
  how_day: "每天",
  how_conversation: "每个对话",
  how_never: "从不",
  changesHow: "{how}变化",
  neverChanges: "从不变化",
  moveBehind: "移到最后一个标记之后",
  isNoChange: "不是变化的文本",
  asItsKind: "按其类型变化",
  menu: "“{words}”如何变化",
  described:
    "{kind, select, clock {日期或时间} epoch {时间戳} id {ID} uuid {UUID} counter {计数} hash {哈希值} folder {工作目录} git {git 状态} billing {客户端的计费标头} other {文本}}，{how}变化（{source, select, told {按指定} other {按其类型推定}}）。{effect}",
  describedStill:
    "{kind, select, clock {日期或时间} epoch {时间戳} id {ID} uuid {UUID} counter {计数} hash {哈希值} folder {工作目录} git {git 状态} billing {客户端的计费标头} other {文本}}，从不变化（{source, select, told {按指定} other {按其类型推定}}）。{effect}",
  sentAsItStands: "按原样发送。",
  unmarked: "该请求中没有标记生效。",
  behindMarker: "它位于最后一个标记之后，变化不产生额外费用。",
  missesEachConversation:
    "它位于第 {token, number} 个 Token 处，在最后一个标记之前：每次对话的第一个请求都要重新创建前缀的缓存。",
  missesEachValue:
    "它位于第 {token, number} 个 Token 处，在最后一个标记之前：每次变化都会未命中，要重新创建前缀的缓存。",
};
