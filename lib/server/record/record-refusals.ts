/** What the recorder answers itself: one sentence each, marked so that it is not taken for the service's answer. */
import { errorResponse } from "../error-response";

/** Tells an answer of the recorder's own from one of the service. */
export const BY_RECORDER = { "x-record-source": "recorder" };

export const refuseRecord = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => errorResponse(status, { code, message }, { ...headers, ...BY_RECORDER });

/** The operator has not switched recording on. */
export const SWITCHED_OFF =
  "Recording is switched off on this server: its operator can allow it with PLAYGROUND_RECORD=on.";

export const refuseSwitchedOff = (): Response => refuseRecord(403, "record_off", SWITCHED_OFF);

export const refuseUnknown = (): Response =>
  refuseRecord(
    404,
    "record_session_unknown",
    "There is no such recording: it was deleted, it is over, or its address is wrong.",
  );

export const refuseStorage = (): Response =>
  refuseRecord(
    503,
    "record_storage",
    "The recorder's storage does not answer, so the recording cannot be opened: try again.",
  );
