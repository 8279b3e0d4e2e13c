/** `GET /api/health`: whether this server can do its work, for whoever decides where requests go. */
import { answerHealth } from "../../../lib/server/answer-health";
import { refuseMethod } from "../../../lib/server/read-json-body";
import { openStore } from "../../../lib/server/storage/open-store";
import { tell } from "../../../lib/words/message";
import manifest from "../../../package.json";

export const dynamic = "force-dynamic";

const health = answerHealth({
  openStore: () => openStore(),
  version: manifest.version,
  uptime: () => process.uptime(),
  now: Date.now,
});

export const GET = (): Promise<Response> => health();

const refuseOthers = (request: Request): Response =>
  refuseMethod(request, "GET", tell("server.healthMethod"));

export { refuseOthers as DELETE, refuseOthers as PATCH, refuseOthers as POST, refuseOthers as PUT };
