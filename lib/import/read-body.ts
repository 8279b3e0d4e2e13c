/** Reads the body of a call, whatever library or service it is written for, as one that the page knows. */
import { isResponsesBody } from "../prompt/services/from-responses";
import { type Message, type Said, tell } from "../words/message";
import { convertAiSdk } from "./convert-ai-sdk";
import { convertLangChain } from "./convert-lang-chain";
import { convertNative, nameLost } from "./convert-native";
import { convertService } from "./convert-service";
import { isRequestBody } from "./recognise-request";

export interface ReadBody {
  readonly body: unknown;
  /** What it was before, e.g. `messages of the AI SDK`; null where it is as it was. */
  readonly form: Message | null;
  /** What was left out of it, one sentence each. */
  readonly lost: readonly Said[];
}

/**
 * Null where a value is no body that is known here.
 * @param url where it was sent; null where that is not known
 */
export function readBody(value: unknown, url: string | null = null): ReadBody | null {
  const aiSdk = convertAiSdk(value);
  if (aiSdk) return { body: aiSdk.body, form: tell("importSources.formAiSdk"), lost: aiSdk.lost };
  const langChain = convertLangChain(value);
  if (langChain)
    return { body: langChain.body, form: tell("importSources.formLangChain"), lost: langChain.lost };
  const native = convertNative(value);
  if (native)
    return { body: native.body, form: tell("importSources.formNative"), lost: native.lost.map(nameLost) };
  // The third dialect of the service itself: nothing to convert.
  if (isResponsesBody(value)) return { body: value, form: null, lost: [] };
  const service = convertService(value, url);
  if (service) return { body: service.body, form: tell("importSources.formService"), lost: service.notes };
  return isRequestBody(value) ? { body: value, form: null, lost: [] } : null;
}
