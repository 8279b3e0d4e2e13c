/** Reads what a new recording is asked to be: its target, and for how long it is kept. */

import { z } from "zod";
import { checkShape, type Refused } from "../../api/check-shape";
import type { Endpoint } from "../../offers/endpoint";
import { DIALECTS } from "../../offers/endpoints";
import { ENGLISH } from "../../words/plain-words";
import { findBase, type Target } from "./plan-course";

type NewSession = { readonly ok: true; readonly target: Target; readonly hours: number } | Refused;

const bodySchema = z.object(
  {
    target: z
      .string("target is missing: emulator, or the id of an endpoint.")
      .max(200, "target is too long."),
    workspace: z.string("workspace must be a text.").nullish(),
    hours: z.number("hours must be a number.").positive("hours must be more than 0.").nullish(),
  },
  "The body must be a JSON object with target.",
);

/** @param most hours that can be asked for, and the standard */
export function readNewSession(value: unknown, most: number, more: readonly Endpoint[]): NewSession {
  const checked = checkShape(bodySchema, value, "record_request");
  if (!checked.ok) return checked;
  const { target: id, workspace, hours } = checked.value;
  if (hours && hours > most) {
    const message = `This server keeps recordings for at most ${most} hours.`;
    return { ok: false, error: { code: "record_hours", message, pointer: "/hours" } };
  }
  const target = { target: id, workspace: workspace || null };
  const base = DIALECTS.map((dialect) => findBase(target, dialect, more)).find((one) => !one.ok);
  if (base && !base.ok) {
    return {
      ok: false,
      error: { code: "record_target", message: ENGLISH.say(base.reason), pointer: "/target" },
    };
  }
  return { ok: true, target, hours: hours ?? most };
}
