/** Chinese words for probes: what they ask, how a run stands, and what its report says. */
import type { Translated } from "../catalogue";
import type { probes as english } from "../en/probes";

export const probes: Translated<typeof english> = {
  title: "探测",
  "title_extra-markers": "超过四个标记",
  "asks_extra-markers": "带有五个标记的请求会被拒绝，还是前四个或后四个生效？",
  unpriced: "取消上限，或选择价格已知的地域。",
  pastCeiling: "接下来的请求可能超过上限。",
  raiseCeiling: "提高上限，或取消上限。",
  whyFailed: "失败、迟到或丢失的请求过多。",
  whyCancelled: "探测在全部请求发出前已结束。",
  whyControl: "对照未成立（{call}）：接口没有缓存，或没有如实报告。",
  whyUnclear: "答案不符合任何一种取法。",
  whyDiffer: "重复探测的答案不一致。",
};
