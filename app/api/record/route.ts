/** `POST /api/record`: a new recording; `GET`: whether there can be one, and of what. */
import { limited } from "../../../lib/server/limit-open";
import { ownRecorder } from "../../../lib/server/record/own-recorder";

export const dynamic = "force-dynamic";

export const GET = limited((request) => ownRecorder().api.describe(request));

export const POST = limited((request) => ownRecorder().api.create(request));
