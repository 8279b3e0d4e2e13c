/** English texts of what is offered: regions, caches, hosts, evidence. */
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
  both: "{one}, {other}",
  either: "{one} or {other}",
  pricedByUser:
    "You have entered a price for the {cache, select, explicit {explicit} implicit {implicit} other {session}} cache of {model} in {region}.",
  sessionNamed: "The documentation names {model} among the models of the session cache.",
  sessionUnnamed:
    "The documentation's list of models with the session cache is older than {model} or leaves it out.",
  priceCounts:
    "The price list{date, select, none {} other { ({date})}} has a price for its {cache, select, explicit {explicit} implicit {implicit} other {session}} reads in {region}, and the list of offers{listed, select, none {} other { ({listed})}} does not name it: the price counts, since nobody prices what is not sold.",
  priceDoubted:
    "A price for its {cache, select, explicit {explicit} implicit {implicit} other {session}} reads in {region} is known only {known, select, stated {second-hand} other {by a ratio}}, and the list of offers{listed, select, none {} other { ({listed})}} does not name it.",
  listed:
    "The list of offers names {model} for the {cache, select, explicit {explicit} implicit {implicit} other {session}} cache in {region}.",
  notListed:
    "The list of offers does not name {model} for the {cache, select, explicit {explicit} implicit {implicit} other {session}} cache in {region}, and no price of it is known there.",
  unknownModel: "{model} is not in the list of models.",
  noModel: "A request without a model is not in the list of models.",
  markersUnknown: "Whether {model} has the explicit cache in {region} is not known. {why}",
  markersUnknownAnywhere: "Whether {model} has the explicit cache in any region is not known. {why}",
  markersAsk:
    "Which region is your key from? {region} is only preselected, and {model} has no explicit cache there; it is offered in {regions}.",
  markersNone:
    "{model} has no explicit cache in {region}, so no marker makes an entry; it is offered in {regions}.",
  markersNowhere:
    "{model} has no explicit cache in {region}, so no marker makes an entry; no region is known to offer it.",
  markersOfferedNowhere:
    "{model} has no explicit cache in any region, so no marker makes an entry; no region is known to offer it.",
  limitThinking: "983,000 while thinking",
  limitMeasured: "983,616 while thinking",
  limitEither: "991,000, or 983,000 while thinking",
  groupMessages: "Breakpoints at messages (Qwen3.5 and later)",
  groupParts: "Breakpoints at parts (before Qwen3.5)",
  groupOthers: "Others",
  unknownEndpoint: "No endpoint has that name: choose one of the list.",
  needsWorkspace: "{endpoint} needs the id of the workspace.",
  noWorkspaceId: "That is no id of a workspace: it has 3 to 64 small letters, digits and hyphens.",
  "terms_token-plan":
    "Keys of a Token Plan are for coding tools only: their terms forbid back ends and automation.",
  "terms_coding-plan":
    "Keys of a Coding Plan are for coding tools only: their terms forbid back ends and automation.",
  host_intl: "Singapore",
  host_cn: "Beijing",
  host_us: "Virginia",
  host_hk: "Hong Kong",
  "host_workspace-intl": "Singapore, own workspace",
  "host_workspace-cn": "Beijing, own workspace",
  "host_workspace-eu": "Frankfurt, own workspace",
  "host_workspace-us": "Virginia, own workspace",
  "host_workspace-hk": "Hong Kong, own workspace",
  "host_workspace-jp": "Tokyo, own workspace",
  "host_trial-intl": "Singapore, trial",
  "host_trial-cn": "Beijing, trial",
  "host_trial-hk": "Hong Kong, trial",
  host_qwencloud: "QwenCloud",
  "host_qwencloud-intl": "QwenCloud, Singapore",
  "host_token-plan-intl": "Singapore, Token Plan",
  "host_token-plan-cn": "Beijing, Token Plan",
  "host_token-plan-qwencloud": "QwenCloud, Token Plan",
  "host_coding-plan-intl": "Singapore, Coding Plan",
  "host_coding-plan-cn": "Beijing, Coding Plan",
  note_qwen4:
    "Marker limit, usage fields for 1 h and the parameter for automatic caching unknown. Template of the hosted model unpublished; Qwen4-Exp uses the 248k vocabulary.",
  "note_intl-inferred":
    "intl inferred from the intl price row with creation and read prices. reasoning_effort writes at the head of the system turn.",
  "note_implicit-pattern": 'Implicit listed as "qwen3.8-*".',
  "note_implicit-pattern-third-party": 'Implicit listed as "qwen3.8-*". A third party lists intl prices.',
  "note_priced-as-qwen38-max": "Known from the price list, same prices as qwen3.8-max.",
  "note_intl-implicit-price": "The price list also has an intl implicit price.",
  "note_hk-2026-03": "hk as of 2026-03.",
  "note_coder-line": 'Implicit "global" is listed for the coder line as a whole.',
  "note_hk-2026-03-whole-message":
    "hk as of 2026-03. A marker after text or media caches the whole user message.",
  "note_other-maker": "Not a Qwen model: granularity, template and tokenizer not documented.",
  "note_other-maker-priced":
    "Not a Qwen model: granularity, template and tokenizer not documented. Known from the price rows and the implicit-read exceptions; regions from the price rows.",
  "note_other-maker-deployed":
    "Not a Qwen model: granularity, template and tokenizer not documented. Deployed by the vendor: implicit minimum 512.",
} as const;
