/** What people come for, in each language, from the first act to the last, in no more acts than it may take. */
import type { Locator, Page } from "@playwright/test";
import type { Words } from "../lib/words/create-words";
import { LANGUAGE_NAMES, LANGUAGES } from "../lib/words/languages";
import { expectAccessible } from "./support/axe";
import { countActions } from "./support/count-actions";
import { listEnglish } from "./support/english-left";
import { logAgent, OWN_TEXTS, toolsOf } from "./support/own-texts";
import { pick, pickerOf } from "./support/pick";
import { clauseOf, like, patternOf, plainOf, wholePatternOf } from "./support/reading";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const marked = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];

const fillClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((value) => navigator.clipboard.writeText(value), text);

/** In any language but English no sentence of it is left where a task ends. */
async function expectReadable(page: Page, { language }: Words): Promise<void> {
  if (language !== "en") expect(await listEnglish(page)).toEqual([]);
}

const noMarker = (words: Words): RegExp => clauseOf(words, words.t("reasonKinds.name_no_marker"));
const hit = (words: Words): RegExp => clauseOf(words, words.t("map.hit", { read: like(/[\d,]+/) }));
const systemChanged = (words: Words): RegExp =>
  clauseOf(words, words.t("map.miss", { why: words.t("reasonKinds.name_system_changed") }));

/** The ranking of the sheet of placements. */
const rankingOf = (page: Page, { t }: Words): Locator =>
  page.getByRole("table", { name: wholePatternOf(t("placement.tableCaption"), "more") });
const winnerOf = (page: Page, { t }: Words): Locator =>
  page.getByRole("region", { name: t("placement.cheapestPlacement") });
const useOf = (winner: Locator, { t }: Words): Locator =>
  winner.getByRole("button", {
    name: patternOf(t("placement.useNamed", { act: t("placement.useIt"), name: like(/.+/) })),
  });

for (const language of LANGUAGES) {
  test.describe(LANGUAGE_NAMES[language].name, () => {
    const own = OWN_TEXTS[language];
    test.use({ locale: language === "en" ? "en-GB" : LANGUAGE_NAMES[language].tag });
    test.afterEach(({ page, words }) => expectReadable(page, words));

    test("a curl command that begins with the time and has no marker: one click, and it is read from the cache", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      const system = `${own.clock}${own.handbook}`;
      const messages = [
        { role: "system", content: system },
        { role: "user", content: own.order },
      ];
      await fillClipboard(
        page,
        `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions -d '${JSON.stringify({ model: "qwen3.7-max", messages })}'`,
      );
      const actions = await countActions(page);
      await page.keyboard.press("ControlOrMeta+V");
      await expect(playground.request(2)).toHaveAccessibleName(noMarker(words));
      await expect(playground.request(2)).toHaveAttribute("aria-pressed", "true");
      const hint = page.locator("[data-hint=no-marker]");
      await expect(hint).toContainText(/\$0\.\d+ → \$0\.\d+ ?[(（]−\d/);
      const promised = /→ (\$[\d.]+)/.exec((await hint.textContent()) ?? "")?.[1] ?? "";
      const moved = t("measures.moveOne", { words: "2026-11-29 09:30:12" });
      const marked = t("measures.addMarker", { places: like(/.+/) });
      await hint
        .getByRole("button", { name: patternOf(t("measures.inTurn", { first: moved, second: marked })) })
        .click();
      expect(await actions()).toBeLessThanOrEqual(3);

      for (const number of [2, 3, 4]) {
        await expect(playground.request(number)).toHaveAccessibleName(hit(words));
      }
      await expect(playground.bill("cost")).toHaveText(promised);
      await expect(hint).toHaveCount(0);
      await playground.undo();
      await expect(playground.request(2)).toHaveAccessibleName(noMarker(words));
    });

    test("the cheapest markers for ten requests of an agent: one winner, used at once", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      await fillClipboard(
        page,
        logAgent(own, 10, () => own.handbook),
      );
      const actions = await countActions(page);
      await page.keyboard.press("ControlOrMeta+V");
      await expect(playground.request(10)).toHaveAccessibleName(noMarker(words));
      const before = (await playground.bill("cost").textContent()) ?? "";
      await openSheet(page, "Placements", words);
      const table = rankingOf(page, words);
      await expect(table.getByText(t("placement.cheapest"), { exact: true })).toHaveCount(1);
      const winner = winnerOf(page, words);
      await expect(winner).toContainText(
        patternOf(t("placement.winner", { name: like(/.+/), below: like(/[\d.]+%/) }).replace(/[.。]$/, "")),
      );
      const cost = (await winner.getByText(/^[$¥]/).first().textContent()) ?? "";
      await useOf(winner, words).click();
      expect(await actions()).toBeLessThanOrEqual(4);

      await expect(playground.bill("cost")).toHaveText(cost);
      expect(cost).not.toBe(before);
      for (const number of [2, 6, 10]) {
        await expect(playground.request(number)).toHaveAccessibleName(hit(words));
      }
    });

    test("the cheapest markers for ten turns that go on from one request of one's own", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      const messages = [
        { role: "system", content: own.handbook },
        { role: "user", content: own.release },
      ];
      await fillClipboard(page, JSON.stringify({ model: "qwen3.7-max", tools: toolsOf(own), messages }));
      const actions = await countActions(page);
      await page.keyboard.press("ControlOrMeta+V");
      await page.getByRole("button", { name: t("importing.playTenTurns") }).click();
      // Each turn after the first asks twice: before its tool was called and after.
      await expect(pickerOf(page, t("timeline.scenario"))).toContainText(t("examples.tenAgentTurns"));
      await openSheet(page, "Placements", words);
      const table = rankingOf(page, words);
      await expect(table.getByText(t("placement.cheapest"), { exact: true })).toHaveCount(1);
      const winner = winnerOf(page, words);
      const cost = (await winner.getByText(/^[$¥]/).first().textContent()) ?? "";
      await useOf(winner, words).click();
      expect(await actions()).toBeLessThanOrEqual(4);
      await expect(playground.bill("cost")).toHaveText(cost);
    });

    test("a layout is shared without its words, and its receiver is told what it is", async ({
      page,
      playground,
      words,
      browser,
      baseURL,
      locale,
    }) => {
      const { t } = words;
      await playground.openDocument({
        model: "qwen3.7-max",
        messages: [
          { role: "system", content: marked(own.handbook) },
          { role: "user", content: own.harbour },
        ],
      });
      const cost = (await playground.bill("cost").textContent()) ?? "";
      const actions = await countActions(page);
      await page.getByRole("button", { name: t("share.share") }).click();
      await page.getByRole("switch", { name: t("share.shapeOnly") }).click();
      await page.getByRole("button", { name: t("share.copyLink") }).click();
      await expect(page.getByRole("button", { name: t("share.copied") })).toBeVisible();
      expect(await actions()).toBeLessThanOrEqual(3);

      const link = await page.evaluate(() => navigator.clipboard.readText());
      const other = await browser.newContext({ baseURL, ...(locale ? { locale } : {}) });
      const receiver = await other.newPage();
      await receiver.goto(link);
      const banner = receiver.getByRole("region", { name: t("share.sharedLayout") });
      await expect(banner).toContainText(plainOf(words, "share.isShape", ["b", "means"]));
      await expect(receiver.locator("[data-bill=cost]")).toHaveText(cost);
      await expect(receiver.locator(".view-lines")).not.toBeEmpty();
      for (const word of own.words) {
        await expect(receiver.locator("body")).not.toContainText(word);
      }
      await expectAccessible(receiver);
      await expectReadable(receiver, words);
      await other.close();
    });

    test("why request 7 of a log missed: its very words, and what the miss cost", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      await fillClipboard(
        page,
        logAgent(own, 8, (number) => marked(`${own.build(number === 7 ? 4712 : 4711)}${own.handbook}`)),
      );
      const actions = await countActions(page);
      await page.keyboard.press("ControlOrMeta+V");
      const seventh = playground.request(7);
      await expect(seventh).toHaveAccessibleName(systemChanged(words));
      await seventh.click();
      await playground.openTab(t("problems.tabWhy"));
      expect(await actions()).toBeLessThanOrEqual(3);

      const parted = { place: t("why.systemText"), other: "6", line: "1", column: like(/\d+/) };
      await expect(page.locator("[data-headline]")).toHaveText(
        wholePatternOf(t("why.readNothingFor", { request: "7", why: t("why.placeDiffers", parted) })),
      );
      await expect(page.locator("[data-difference=before]")).toHaveText("1");
      await expect(page.locator("[data-difference=now]")).toHaveText("2");
      await expect(page.locator("[data-extra-cost]")).toContainText(
        patternOf(
          plainOf(words, "why.extraCost", ["b"], {
            about: "yes",
            tokens: like(/[\d,]+/),
            money: like(/\$0\.0\d+/),
          }),
        ),
      );
    });

    test("without a marker, implicit and explicit, on two models, from one table", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      const actions = await countActions(page);
      await openSheet(page, "Placements", words);
      await pick(page, t("placement.compareWith"), "qwen-plus");
      const table = rankingOf(page, words);
      for (const model of ["qwen3.7-max", "qwen-plus"]) {
        await expect(
          table.getByRole("columnheader", { name: t("placement.costOn", { model }) }),
        ).toBeVisible();
      }
      for (const name of [
        t("placement.noMarkers"),
        t("placement.idealImplicit"),
        t("placement.systemOnly"),
      ]) {
        const cells = table.getByRole("row").filter({ hasText: name }).first().getByRole("cell");
        await expect(cells.nth(1)).toHaveText(/\$\d\.\d+/);
        await expect(cells.nth(3)).toHaveText(/\$\d\.\d+/);
      }
      expect(await actions()).toBeLessThanOrEqual(4);
    });

    test("the opening page teaches by itself why a clock stands behind the marker", async ({
      page,
      playground,
      words,
    }) => {
      const { t } = words;
      await playground.visit();
      const missed = playground.request(6);
      await expect(missed).toHaveAttribute("aria-pressed", "true");
      await expect(missed).toHaveAccessibleName(systemChanged(words));
      await expect(playground.request(5)).toHaveAccessibleName(hit(words));
      // All of the lesson is on the first screen.
      const lesson = page.getByText(t("why.mendPlace"));
      const mend = page.getByRole("button", { name: t("lintFixes.moveLine", { where: "newest" }) });
      for (const part of [missed, page.locator("[data-headline]"), lesson, mend]) {
        await expect(part).toBeInViewport({ ratio: 1 });
      }
      const parted = { place: t("why.systemText"), other: "5", line: like(/\d+/), column: like(/\d+/) };
      await expect(page.locator("[data-headline]")).toHaveText(
        wholePatternOf(t("why.readNothingFor", { request: "6", why: t("why.placeDiffers", parted) })),
      );
      const before = Number((await playground.bill("cost").textContent())?.slice(1));
      const actions = await countActions(page);

      await mend.click();
      expect(await actions()).toBe(1);
      await expect(missed).toHaveAccessibleName(hit(words));
      await expect(page.locator("[data-headline]")).toHaveText(
        wholePatternOf(t("why.readAll", { request: "6", tokens: like(/[\d,]+/) })),
      );
      await expect
        .poll(async () => Number((await playground.bill("cost").textContent())?.slice(1)))
        .toBeLessThan(before);

      // By the key it goes back, and by the keyboard it is done again.
      await playground.undo();
      await expect(missed).toHaveAccessibleName(systemChanged(words));
      await mend.press("Enter");
      await expect(missed).toHaveAccessibleName(hit(words));
    });
  });
}
