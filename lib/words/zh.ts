/** The Chinese catalogue (Simplified). */
import type { Catalogue } from "./catalogue";
import { address } from "./zh/address";
import { answers } from "./zh/answers";
import { api } from "./zh/api";
import { assumptions } from "./zh/assumptions";
import { audit } from "./zh/audit";
import { bill } from "./zh/bill";
import { changing } from "./zh/changing";
import { code } from "./zh/code";
import { compare } from "./zh/compare";
import { connect } from "./zh/connect";
import { connectTools } from "./zh/connect-tools";
import { conversion } from "./zh/conversion";
import { editor } from "./zh/editor";
import { embed } from "./zh/embed";
import { examples } from "./zh/examples";
import { exporting } from "./zh/exporting";
import { fault } from "./zh/fault";
import { first } from "./zh/first";
import { glossary } from "./zh/glossary";
import { header } from "./zh/header";
import { importSources } from "./zh/import-sources";
import { importing } from "./zh/importing";
import { layers } from "./zh/layers";
import { layouts } from "./zh/layouts";
import { learn } from "./zh/learn";
import { lint } from "./zh/lint";
import { lintFixes } from "./zh/lint-fixes";
import { lintRules } from "./zh/lint-rules";
import { map } from "./zh/map";
import { measures } from "./zh/measures";
import { offers } from "./zh/offers";
import { pages } from "./zh/pages";
import { pipeline } from "./zh/pipeline";
import { placement } from "./zh/placement";
import { probeCalls } from "./zh/probe-calls";
import { probePage } from "./zh/probe-page";
import { probeReport } from "./zh/probe-report";
import { probes } from "./zh/probes";
import { problems } from "./zh/problems";
import { prompt } from "./zh/prompt";
import { readings } from "./zh/readings";
import { reasonKinds } from "./zh/reason-kinds";
import { reasons } from "./zh/reasons";
import { record } from "./zh/record";
import { recordFigures } from "./zh/record-figures";
import { redact } from "./zh/redact";
import { rules } from "./zh/rules";
import { run } from "./zh/run";
import { savings } from "./zh/savings";
import { scenario } from "./zh/scenario";
import { scenes } from "./zh/scenes";
import { schemaBody } from "./zh/schema-body";
import { schemaContent } from "./zh/schema-content";
import { schemaResponses } from "./zh/schema-responses";
import { segments } from "./zh/segments";
import { server } from "./zh/server";
import { sessions } from "./zh/sessions";
import { share } from "./zh/share";
import { store } from "./zh/store";
import { systems } from "./zh/systems";
import { timeline } from "./zh/timeline";
import { tokenizer } from "./zh/tokenizer";
import { tokens } from "./zh/tokens";
import { turns } from "./zh/turns";
import { ui } from "./zh/ui";
import { undo } from "./zh/undo";
import { values } from "./zh/values";
import { why } from "./zh/why";
import { worker } from "./zh/worker";

export const zh: Catalogue = {
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
};
