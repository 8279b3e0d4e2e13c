/** What each call of a probe sends, for who reads a report: its name alone says little. */
import type { Message, MessageKey } from "../words/message";
import type { ProbeId } from "./probe";

type Values = Readonly<Record<string, string>>;

/** A call's text, with what is named in it: by the probe, and by the form of the call's name. */
interface Sent {
  readonly probe: ProbeId | null;
  readonly form: RegExp;
  readonly key: string;
  /** From the pieces of the name that the form has in brackets. */
  readonly values?: (piece: string) => Values;
}

const follows =
  (end: string) =>
  (name: string): Values => ({ call: `${name}-${end}` });

/** Calls that are one of several alike, or name another one; all others are named as their text. */
const FORMS: readonly Sent[] = [
  { probe: null, form: /^(?:opening|closing)-cold$/, key: "control_cold" },
  { probe: null, form: /^(?:opening|closing)-warm$/, key: "control_warm" },
  {
    probe: "hour-before-qwen4",
    form: /^(hour)-late$/,
    key: "hour-before-qwen4_hour-late",
    values: (call) => ({ call }),
  },
  {
    probe: "hour-before-qwen4",
    form: /^(plain)-late$/,
    key: "hour-before-qwen4_plain-late",
    values: (call) => ({ call }),
  },
  { probe: "life", form: /^(.+)-write$/, key: "life_write", values: follows("read") },
  { probe: "life", form: /^(.+)-read$/, key: "life_read", values: follows("write") },
  { probe: "life", form: /^(.+)-long$/, key: "life_long" },
  { probe: "life", form: /^(.+)-behind$/, key: "life_behind", values: follows("long") },
  { probe: "life", form: /^(.+)-first$/, key: "life_first" },
  { probe: "life", form: /^(.+)-middle$/, key: "life_middle", values: follows("first") },
  {
    probe: "life",
    form: /^(.+)-last$/,
    key: "life_last",
    values: (name) => ({ call: `${name}-first`, middle: `${name}-middle` }),
  },
  { probe: "lookback", form: /^between-(\d+)$/, key: "lookback_between", values: (count) => ({ count }) },
  { probe: "at-once", form: /^left$/, key: "at-once_both", values: () => ({ call: "right" }) },
  { probe: "at-once", form: /^right$/, key: "at-once_both", values: () => ({ call: "left" }) },
  {
    probe: "implicit",
    form: /^(?:size|odd) (\d+)-cold$/,
    key: "implicit_cold",
    values: (tokens) => ({ tokens }),
  },
  { probe: "implicit", form: /^(?:size|odd) \d+-warm$/, key: "implicit_warm" },
  { probe: "implicit", form: /^(idle .+)-cold$/, key: "implicit_idle-cold", values: follows("warm") },
  { probe: "implicit", form: /^(idle .+)-warm$/, key: "implicit_idle-warm", values: follows("cold") },
  { probe: "minimum", form: /^prefix (.+)$/, key: "minimum_prefix", values: (offset) => ({ offset }) },
  { probe: "minimum", form: /^words (.+)$/, key: "minimum_words", values: (offset) => ({ offset }) },
  { probe: "minimum", form: /^request (.+)$/, key: "minimum_request", values: (offset) => ({ offset }) },
  {
    probe: "nested-renewal",
    form: /^short-late$/,
    key: "nested-renewal_short-late",
    values: () => ({ call: "long-read" }),
  },
  { probe: "qwen4", form: /^(.+)-late$/, key: "qwen4_late", values: follows("write") },
  { probe: "counting", form: /^(?!short$)/, key: "counting_text" },
];

/** One sentence or two. @param call its name, as in the probe */
export function sayCall(probe: ProbeId, call: string): Message {
  for (const sent of FORMS) {
    const found = sent.probe === null || sent.probe === probe ? sent.form.exec(call) : null;
    if (!found) continue;
    const key = `probeCalls.${sent.key}` as MessageKey;
    return sent.values ? { key, values: sent.values(found[1] ?? "") } : { key };
  }
  return { key: `probeCalls.${probe}_${call}` as MessageKey };
}
