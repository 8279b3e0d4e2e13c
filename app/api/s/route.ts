/** `POST /api/s`: keeps a sealed layout for a short link. */
import { limited } from "../../../lib/server/limit-open";
import { refuseMethod } from "../../../lib/server/read-json-body";
import { ownShortLinks } from "../../../lib/server/short-links/own-short-links";
import { tell } from "../../../lib/words/message";

export const dynamic = "force-dynamic";

export const POST = limited((request) => ownShortLinks().create(request));

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postLayout"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
