/** What the operator can set about the emulator, for clients that cannot send its headers. */
import { tell } from "../../words/message";
import { type Environment, quoteSetting } from "../environment";
import { ServiceUnavailable } from "../service-unavailable";
import { tellOnce } from "../tell-operator";

export interface EmulatorSettings {
  /** Whether a request without a marker reads what an ideal implicit cache would. */
  readonly implicit: boolean;
  /** Whether the session cache is on where a request does not say. */
  readonly sessionCache: boolean;
}

export const NO_SETTINGS: EmulatorSettings = { implicit: false, sessionCache: false };

function readSwitch(env: Environment, name: string): boolean {
  const text = env[name]?.trim().toLowerCase();
  if (!text || text === "off") return false;
  if (text === "on") return true;
  const message = tell("server.onOrOff", { name });
  const line = quoteSetting(name, text, message);
  tellOnce(line);
  throw new ServiceUnavailable({ code: "emulator_settings_invalid", message }, { line });
}

/** Reads the settings (see docs/emulator.md). Throws a `ServiceUnavailable` with one sentence when one of them is wrong. */
export const readEmulatorSettings = (env: Environment): EmulatorSettings => ({
  implicit: readSwitch(env, "PLAYGROUND_EMULATOR_IMPLICIT"),
  sessionCache: readSwitch(env, "PLAYGROUND_EMULATOR_SESSION_CACHE"),
});
