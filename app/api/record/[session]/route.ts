/** `GET /api/record/<session>`: what was recorded; `DELETE`: removes all of it at once. */
import { ownRecorder } from "../../../../lib/server/record/own-recorder";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly session: string }>;
}

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  ownRecorder().api.read(request, (await params).session);

export const DELETE = async (request: Request, { params }: Context): Promise<Response> =>
  ownRecorder().api.remove(request, (await params).session);
