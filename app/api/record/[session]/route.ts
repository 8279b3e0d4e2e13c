/** `GET /api/record/<session>`: what was recorded; `DELETE`: removes all of it at once. */
import { limited } from "../../../../lib/server/limit-open";
import { ownRecorder } from "../../../../lib/server/record/own-recorder";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly session: string }>;
}

export const GET = limited(async (request, { params }: Context) =>
  ownRecorder().api.read(request, (await params).session),
);

export const DELETE = limited(async (request, { params }: Context) =>
  ownRecorder().api.remove(request, (await params).session),
);
