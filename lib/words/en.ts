/** The English catalogue, which says what keys there are. */
import { address } from "./en/address";
import { answers } from "./en/answers";
import { api } from "./en/api";
import { audit } from "./en/audit";
import { bill } from "./en/bill";
import { changing } from "./en/changing";
import { code } from "./en/code";
import { compare } from "./en/compare";
import { connect } from "./en/connect";
import { editor } from "./en/editor";
import { embed } from "./en/embed";
import { exporting } from "./en/exporting";
import { first } from "./en/first";
import { glossary } from "./en/glossary";
import { header } from "./en/header";
import { importing } from "./en/importing";
import { layers } from "./en/layers";
import { layouts } from "./en/layouts";
import { lint } from "./en/lint";
import { map } from "./en/map";
import { offers } from "./en/offers";
import { pages } from "./en/pages";
import { pipeline } from "./en/pipeline";
import { placement } from "./en/placement";
import { problems } from "./en/problems";
import { prompt } from "./en/prompt";
import { reasons } from "./en/reasons";
import { record } from "./en/record";
import { redact } from "./en/redact";
import { rules } from "./en/rules";
import { run } from "./en/run";
import { savings } from "./en/savings";
import { scenario } from "./en/scenario";
import { scenes } from "./en/scenes";
import { segments } from "./en/segments";
import { server } from "./en/server";
import { sessions } from "./en/sessions";
import { share } from "./en/share";
import { store } from "./en/store";
import { systems } from "./en/systems";
import { timeline } from "./en/timeline";
import { tokens } from "./en/tokens";
import { ui } from "./en/ui";
import { undo } from "./en/undo";
import { values } from "./en/values";
import { why } from "./en/why";
import { worker } from "./en/worker";

export const en = {
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
} as const;
