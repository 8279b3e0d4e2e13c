/** `/audit`: finds out whether an endpoint caches, whatever its usage says. */
import type { Metadata } from "next";
import { AuditView } from "../../components/audit/audit-view";
import { PageFrame } from "../../components/header/page-frame";

export const metadata: Metadata = { title: "Audit an endpoint · Prompt Cache Playground" };

export default function Page() {
  return (
    <PageFrame page="/audit" wide>
      <h1 className="text-xl font-semibold tracking-tight">Audit an endpoint</h1>
      <p className="mt-1 max-w-3xl text-mute">
        Some gateways cache and report zeros, some report reads and cache nothing, and some spread calls over
        machines that do not share a cache. The audit sends new prompts, sends each again, and holds the times
        against what the usage says.
      </p>
      <AuditView />
    </PageFrame>
  );
}
