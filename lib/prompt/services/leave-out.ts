/** Leaves out of a converted request what the other form has no place for, and notes it. */
import { type Said, tell } from "../../words/message";
import { type Conversion, noteLoss } from "../convert/conversion";

/** Notes what is left out at a place: a field by its name, anything else in words. Null, in the place of what is left out. */
export type LeaveOut = (conversion: Conversion, at: string, what: Said) => null;

/** On the way out of a service's form. */
export const leaveOut: LeaveOut = (conversion, at, what) => {
  const message =
    typeof what === "string"
      ? tell("conversion.fieldNotKept", { field: what })
      : tell("conversion.cannotBeKept", { what });
  noteLoss(conversion, at, message);
  return null;
};

/** On the way into the form of a service. */
export const leaveOutFor =
  (service: string): LeaveOut =>
  (conversion, at, what) => {
    const message =
      typeof what === "string"
        ? tell("conversion.noPlaceField", { service, field: what })
        : tell("conversion.noPlace", { service, what });
    noteLoss(conversion, at, message);
    return null;
  };
