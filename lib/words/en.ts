/** The English catalogue, which says what keys there are. */
import { address } from "./en/address";
import { answers } from "./en/answers";
import { api } from "./en/api";
import { assumptions } from "./en/assumptions";
import { audit } from "./en/audit";
import { bill } from "./en/bill";
import { changing } from "./en/changing";
import { code } from "./en/code";
import { compare } from "./en/compare";
import { connect } from "./en/connect";
import { connectTools } from "./en/connect-tools";
import { conversion } from "./en/conversion";
import { editor } from "./en/editor";
import { embed } from "./en/embed";
import { examples } from "./en/examples";
import { exporting } from "./en/exporting";
import { fault } from "./en/fault";
import { first } from "./en/first";
import { glossary } from "./en/glossary";
import { header } from "./en/header";
import { importSources } from "./en/import-sources";
import { importing } from "./en/importing";
import { layers } from "./en/layers";
import { layouts } from "./en/layouts";
import { learn } from "./en/learn";
import { lint } from "./en/lint";
import { lintFixes } from "./en/lint-fixes";
import { lintRules } from "./en/lint-rules";
import { map } from "./en/map";
import { measures } from "./en/measures";
import { offers } from "./en/offers";
import { pages } from "./en/pages";
import { pipeline } from "./en/pipeline";
import { placement } from "./en/placement";
import { probeCalls } from "./en/probe-calls";
import { probePage } from "./en/probe-page";
import { probeReport } from "./en/probe-report";
import { probes } from "./en/probes";
import { problems } from "./en/problems";
import { prompt } from "./en/prompt";
import { readings } from "./en/readings";
import { reasonKinds } from "./en/reason-kinds";
import { reasons } from "./en/reasons";
import { record } from "./en/record";
import { recordFigures } from "./en/record-figures";
import { redact } from "./en/redact";
import { rules } from "./en/rules";
import { run } from "./en/run";
import { savings } from "./en/savings";
import { scenario } from "./en/scenario";
import { scenes } from "./en/scenes";
import { schemaBody } from "./en/schema-body";
import { schemaContent } from "./en/schema-content";
import { schemaResponses } from "./en/schema-responses";
import { segments } from "./en/segments";
import { server } from "./en/server";
import { sessions } from "./en/sessions";
import { share } from "./en/share";
import { store } from "./en/store";
import { systems } from "./en/systems";
import { timeline } from "./en/timeline";
import { tokenizer } from "./en/tokenizer";
import { tokens } from "./en/tokens";
import { turns } from "./en/turns";
import { ui } from "./en/ui";
import { undo } from "./en/undo";
import { values } from "./en/values";
import { why } from "./en/why";
import { worker } from "./en/worker";

export const en = {
  address,
  answers,
  api,
  assumptions,
  audit,
  bill,
  changing,
  code,
  compare,
  connect,
  connectTools,
  conversion,
  editor,
  embed,
  examples,
  exporting,
  fault,
  first,
  glossary,
  header,
  importSources,
  importing,
  layers,
  layouts,
  learn,
  lint,
  lintFixes,
  lintRules,
  map,
  measures,
  offers,
  pages,
  pipeline,
  placement,
  problems,
  prompt,
  reasonKinds,
  reasons,
  probeCalls,
  probePage,
  probeReport,
  probes,
  readings,
  record,
  recordFigures,
  redact,
  rules,
  run,
  savings,
  scenario,
  schemaBody,
  schemaContent,
  schemaResponses,
  scenes,
  segments,
  server,
  sessions,
  share,
  store,
  systems,
  timeline,
  tokenizer,
  tokens,
  turns,
  ui,
  undo,
  values,
  why,
  worker,
} as const;
