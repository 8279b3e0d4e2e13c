/** `/audit`: finds out whether an endpoint caches, whatever its usage says. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuditView } from "../../components/audit/audit-view";
import { PageFrame } from "../../components/header/page-frame";
import { Sentence } from "../../components/words/sentence";
import { wordsOf } from "../../lib/server/request-words";
import { tell } from "../../lib/words/message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.audit") };
}

export default function Page() {
  return (
    <PageFrame page="/audit" wide>
      <h1 className="text-xl font-semibold tracking-tight">
        <Sentence said={tell("pages.audit")} />
      </h1>
      <p className="mt-1 max-w-3xl text-mute">
        <Sentence said={tell("pages.auditPurpose")} />
      </p>
      <AuditView />
    </PageFrame>
  );
}
