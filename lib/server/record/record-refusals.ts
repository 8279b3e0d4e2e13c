/** What the recorder answers itself: one sentence each, marked so that it is not taken for the service's answer. */
import { type Said, tell } from "../../words/message";
import { type Asked, errorResponse } from "../error-response";

/** Tells an answer of the recorder's own from one of the service. */
export const BY_RECORDER = { "x-record-source": "recorder" };

export const refuseRecord = (
  request: Asked,
  status: number,
  code: string,
  message: Said,
  headers: Readonly<Record<string, string>> = {},
): Response => errorResponse(request, status, { code, message }, { ...headers, ...BY_RECORDER });

/** More requests than this server takes of one client. */
export const refuseRecordRate = (request: Asked, message: Said, wait: number): Response =>
  refuseRecord(request, 429, "record_rate_limited", message, { "Retry-After": String(wait) });

/** The operator has not switched recording on. */
export const SWITCHED_OFF = tell("server.recordOff", { setting: "PLAYGROUND_RECORD=on" });

export const refuseSwitchedOff = (request: Asked): Response =>
  refuseRecord(request, 403, "record_off", SWITCHED_OFF);

export const refuseUnknown = (request: Asked): Response =>
  refuseRecord(request, 404, "record_session_unknown", tell("server.recordUnknown"));

export const refuseStorage = (request: Asked): Response =>
  refuseRecord(request, 503, "record_storage", tell("server.recordStorage"));
