/** 数值的单位。 */
import type { Translated } from "../catalogue";
import type { values as english } from "../en/values";

export const values: Translated<typeof english> = {
  seconds: "{seconds, number} 秒",
  minutes: "{minutes, number} 分钟",
  hours: "{hours, number} 小时",
  days: "{days, number} 天",
  tokens: "{count, number} 个 Token",
  requests: "{count, number} 次请求",
  unknown: "未知",
  comma: "，",
  between: "、",
  named: "{first}、{rest}",
  sentences: "{first}{next}",
};
