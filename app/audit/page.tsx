/** `/audit`: finds out whether an endpoint caches, whatever its usage says. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuditView } from "../../components/audit/audit-view";
import { PageFrame } from "../../components/header/page-frame";
import { wordsOf } from "../../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("audit.pageTitle") };
}

export default async function Page() {
  const { t } = wordsOf(await headers());
  return (
    <PageFrame page="/audit" wide>
      <h1 className="text-xl font-semibold tracking-tight">{t("audit.heading")}</h1>
      <p className="mt-1 max-w-3xl text-mute">{t("audit.purpose")}</p>
      <AuditView />
    </PageFrame>
  );
}
