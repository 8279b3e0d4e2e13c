/** Reads what a new recording is asked to be: its target, and for how long it is kept. */

import { z } from "zod";
import { checkShape, complain, type Refused } from "../../api/check-shape";
import type { Endpoint } from "../../offers/endpoint";
import { DIALECTS } from "../../offers/endpoints";
import { tell } from "../../words/message";
import { findBase, type Target } from "./plan-course";

type NewSession = { readonly ok: true; readonly target: Target; readonly hours: number } | Refused;

const bodySchema = z.object(
  {
    target: z.string(complain("server.recordTarget")).max(200, complain("server.recordTargetLong")),
    workspace: z.string(complain("server.recordWorkspace")).nullish(),
    hours: z.number(complain("server.recordHours")).positive(complain("server.recordHoursZero")).nullish(),
  },
  complain("server.recordShape"),
);

/** @param most hours that can be asked for, and the standard */
export function readNewSession(value: unknown, most: number, more: readonly Endpoint[]): NewSession {
  const checked = checkShape(bodySchema, value, "record_request");
  if (!checked.ok) return checked;
  const { target: id, workspace, hours } = checked.value;
  if (hours && hours > most) {
    const message = tell("server.recordHoursMost", { most });
    return { ok: false, error: { code: "record_hours", message, pointer: "/hours" } };
  }
  const target = { target: id, workspace: workspace || null };
  const base = DIALECTS.map((dialect) => findBase(target, dialect, more)).find((one) => !one.ok);
  if (base && !base.ok) {
    return {
      ok: false,
      error: { code: "record_target", message: base.reason, pointer: "/target" },
    };
  }
  return { ok: true, target, hours: hours ?? most };
}
