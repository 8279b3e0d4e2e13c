/** Chinese texts of what is offered: regions, caches, evidence. */
import type { Translated } from "../catalogue";
import type { offers as english } from "../en/offers";

export const offers: Translated<typeof english> = {
  evidence_documented: "文档",
  evidence_observed: "实测",
  evidence_inferred: "推断",
  evidence_derived: "推算",
  "evidence_third-party": "第三方",
  evidence_user: "用户填写",
  region_intl: "新加坡",
  region_cn: "北京",
  region_global: "全球",
  region_eu: "法兰克福",
  region_us: "弗吉尼亚",
  region_hk: "中国香港",
};
