/** What is shown for an address that has no page. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { PageFrame } from "../components/header/page-frame";
import { wordsOf } from "../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.notFound") };
}

export default async function NotFound() {
  const { t } = wordsOf(await headers());
  return (
    <PageFrame page="">
      <h1 className="text-xl font-semibold tracking-tight">{t("pages.notFound")}</h1>
      <p className="mt-2">{t("pages.notFoundMeans")}</p>
      <p className="mt-4">
        <Link href="/" className="text-accent hover:underline">
          {t("pages.toPlayground")}
        </Link>
      </p>
    </PageFrame>
  );
}
