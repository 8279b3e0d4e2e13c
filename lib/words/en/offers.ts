/** English texts of what is offered: regions, caches, evidence. */
export const offers = {
  evidence_documented: "documented",
  evidence_observed: "observed",
  evidence_inferred: "inferred",
  evidence_derived: "derived",
  "evidence_third-party": "third-party",
  evidence_user: "user",
  region_intl: "Singapore",
  region_cn: "Beijing",
  region_global: "Global",
  region_eu: "Frankfurt",
  region_us: "Virginia",
  region_hk: "Hong Kong",
} as const;
