/** The frame of every page: fonts, theme and metadata. */
import "./globals.css";
import "./fonts/fonts.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { HintGroup } from "../components/ui/hint";
import { ToastProvider } from "../components/ui/toast";
import { CatalogueOf } from "../components/words/catalogue";
import { WordsProvider } from "../components/words/words-provider";
import { languageOf } from "../lib/server/request-language";
import { originOf, trustsProxy } from "../lib/server/request-origin";
import { wordsOf } from "../lib/server/request-words";
import { LANGUAGE_NAMES } from "../lib/words/languages";
import { FONT_VARIABLES } from "./fonts/fonts";
import { THEME_SCRIPT } from "./theme-script";

const TITLE = "Prompt Cache Playground";

/** Previews of links name their picture by a whole address, and only the request knows this server's. */
export async function generateMetadata(): Promise<Metadata> {
  const asked = await headers();
  const origin = originOf({ url: "http://localhost", headers: asked }, trustsProxy(process.env));
  const { t } = wordsOf(asked);
  const description = t("pages.description");
  const image = { url: "/og.png", width: 1200, height: 630, alt: t("pages.picture") };
  return {
    metadataBase: new URL(origin),
    title: { default: TITLE, template: `%s · ${TITLE}` },
    description,
    openGraph: { type: "website", siteName: TITLE, title: TITLE, description, images: [image] },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading a header also makes every page dynamic, which its nonce needs.
  const asked = await headers();
  const nonce = asked.get("x-nonce") ?? undefined;
  const language = languageOf(asked);
  return (
    <html lang={LANGUAGE_NAMES[language].tag} className={FONT_VARIABLES} suppressHydrationWarning>
      <head>
        {/* Browsers hide a nonce from scripts, so what React finds on hydration differs from what it wrote. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text of our own, run before the first paint
          dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
        />
      </head>
      <body>
        <CatalogueOf language={language} />
        <WordsProvider language={language}>
          <HintGroup>
            <ToastProvider>{children}</ToastProvider>
          </HintGroup>
        </WordsProvider>
      </body>
    </html>
  );
}
