/** A number of a question with its unit, as the reader's language writes it. */
import type { Question } from "../../lib/lessons/lesson";
import { formatMoney, formatNumber, formatPercent } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";

export function sayNumber(
  { t, duration }: Words,
  value: number,
  unit: Extract<Question, { readonly kind: "number" }>["unit"],
): string {
  switch (unit) {
    case "percent":
      return formatPercent(value / 100);
    case "seconds":
      return duration(value);
    case "money":
      return formatMoney(value, "USD");
    case "times":
      return `× ${formatNumber(value)}`;
    case "tokens":
      return t("learn.tokens", { count: value });
    case "requests":
      return t("learn.requestCount", { count: value });
  }
}
