/** The Chinese catalogue (Simplified). */
import type { Catalogue } from "./catalogue";
import { address } from "./zh/address";
import { answers } from "./zh/answers";
import { api } from "./zh/api";
import { audit } from "./zh/audit";
import { bill } from "./zh/bill";
import { changing } from "./zh/changing";
import { code } from "./zh/code";
import { compare } from "./zh/compare";
import { connect } from "./zh/connect";
import { editor } from "./zh/editor";
import { embed } from "./zh/embed";
import { exporting } from "./zh/exporting";
import { first } from "./zh/first";
import { glossary } from "./zh/glossary";
import { header } from "./zh/header";
import { importing } from "./zh/importing";
import { layers } from "./zh/layers";
import { layouts } from "./zh/layouts";
import { lint } from "./zh/lint";
import { map } from "./zh/map";
import { offers } from "./zh/offers";
import { pages } from "./zh/pages";
import { pipeline } from "./zh/pipeline";
import { placement } from "./zh/placement";
import { problems } from "./zh/problems";
import { prompt } from "./zh/prompt";
import { reasons } from "./zh/reasons";
import { record } from "./zh/record";
import { redact } from "./zh/redact";
import { rules } from "./zh/rules";
import { run } from "./zh/run";
import { savings } from "./zh/savings";
import { scenario } from "./zh/scenario";
import { scenes } from "./zh/scenes";
import { segments } from "./zh/segments";
import { server } from "./zh/server";
import { sessions } from "./zh/sessions";
import { share } from "./zh/share";
import { store } from "./zh/store";
import { systems } from "./zh/systems";
import { timeline } from "./zh/timeline";
import { tokens } from "./zh/tokens";
import { ui } from "./zh/ui";
import { undo } from "./zh/undo";
import { values } from "./zh/values";
import { why } from "./zh/why";
import { worker } from "./zh/worker";

export const zh: Catalogue = {
  address,
  answers,
  api,
  audit,
  bill,
  changing,
  code,
  compare,
  connect,
  editor,
  embed,
  exporting,
  first,
  glossary,
  header,
  importing,
  layers,
  layouts,
  lint,
  map,
  offers,
  pages,
  pipeline,
  placement,
  problems,
  prompt,
  reasons,
  record,
  redact,
  rules,
  run,
  savings,
  scenario,
  scenes,
  segments,
  server,
  sessions,
  share,
  store,
  systems,
  timeline,
  tokens,
  ui,
  undo,
  values,
  why,
  worker,
};
