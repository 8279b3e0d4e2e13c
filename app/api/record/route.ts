/** `POST /api/record`: a new recording; `GET`: whether there can be one, and of what. */
import { ownRecorder } from "../../../lib/server/record/own-recorder";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => ownRecorder().api.describe(request);

export const POST = (request: Request): Promise<Response> => ownRecorder().api.create(request);
