/** 账单的中文文本。 */
import type { Translated } from "../catalogue";
import type { bill as english } from "../en/bill";

export const bill: Translated<typeof english> = {
  kindRead: "命中的输入",
  kindWritten: "创建缓存的输入",
  kindUncached: "未缓存的输入",
  kindCompletion: "输出",
  kindCreate: "创建缓存",
  kindStorage: "缓存存储",
  kindCall: "调用",
  noPrice: "输入为 {tokens, number} 个 Token 时，{kinds}的价格未知。",
  noPriceOfModel: "{place}的 {model} 在输入为 {tokens, number} 个 Token 时，{kinds}的价格未知。",
  noPriceWithoutModel: "请求未写明模型：{place}在输入为 {tokens, number} 个 Token 时，{kinds}的价格未知。",
};
