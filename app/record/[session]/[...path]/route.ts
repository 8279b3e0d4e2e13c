/** `/record/<session>/…`: an agent's requests on their way to the session's target, recorded. */
import { limited } from "../../../../lib/server/limit-open";
import { ownRecorder } from "../../../../lib/server/record/own-recorder";
import { refuseRecordRate } from "../../../../lib/server/record/record-refusals";

export const dynamic = "force-dynamic";

const record = limited((request) => ownRecorder().record(request), refuseRecordRate);

export { record as DELETE, record as GET, record as HEAD, record as PATCH, record as POST, record as PUT };
