/** Bodies of the Responses API, which stay as they are. */
import { isResponsesBody } from "../../prompt/services/from-responses";
import { tell } from "../../words/message";
import { bodyOfCall, openServiceCalls, type ServiceWords } from "../read-service-calls";
import type { Source } from "../source";

const words: ServiceWords = {
  name: "the Responses API",
  understood: tell("importSources.responsesRead"),
  take: (body) => (isResponsesBody(body) ? { body, losses: [] } : null),
  end: () => null,
};

export const responses: Source = {
  kind: "responses",
  recognises: (record) => isResponsesBody(bodyOfCall(record)),
  open: () => openServiceCalls(words),
};
