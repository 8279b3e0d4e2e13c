/** Texts of several kinds with their length in the Qwen3 vocabulary, to compare another vocabulary with. */

export interface CountedText {
  readonly text: string;
  /** In the Qwen3 vocabulary, without any frame. */
  readonly tokens: number;
}

const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join("\n");

export const SHORT_TEXT: CountedText = { text: "Hello.", tokens: 2 };

const ENGLISH =
  "A cache keeps what was computed for the beginning of a prompt, so that the next request that begins alike is answered sooner and costs less. What comes after the first difference has to be computed again, however alike it may look; therefore whatever changes belongs at the end.";
const CHINESE =
  "缓存会保存为提示词开头计算过的内容，这样，下一次以相同内容开头的请求可以更快得到回答，费用也更低。第一个不同之处以后的内容，无论看起来多么相似，都必须重新计算；因此，会变化的内容应当放在最后。";
const CODE = `export function findLongest(table, cuts, at) {
  for (let place = cuts.length - 1; place >= 0; place--) {
    const entry = table.get(cuts[place].key);
    if (entry !== undefined && entry.readableAt <= at && at < entry.expiresAt) return place;
  }
  return -1;
}`;
const JSON_TEXT = `{"id":"call_7","type":"function","function":{"name":"search_orders","arguments":"{\\"customer\\":4711,\\"status\\":[\\"open\\",\\"paid\\"],\\"limit\\":25}"},"usage":{"prompt_tokens":20418,"cached_tokens":18944}}`;
const NUMBERS =
  "2026-11-21 08:15:30.127 | 1,024 | 16,384.50 | 0.000125 | 151,643 | 99.97 % | 3.14159265358979 | 0x7f3a9c | +49 30 1234567";
const RUSSIAN =
  "Кэш хранит то, что было вычислено для начала запроса, поэтому следующий запрос с таким же началом обходится дешевле и отвечает быстрее. Всё, что стоит после первого отличия, вычисляется заново.";

const TIMES = 8;

/** By kind. */
export const COUNTED_TEXTS: readonly (CountedText & { readonly kind: string })[] = [
  { kind: "english", text: repeat(ENGLISH, TIMES), tokens: 432 },
  { kind: "chinese", text: repeat(CHINESE, TIMES), tokens: 448 },
  { kind: "russian", text: repeat(RUSSIAN, TIMES), tokens: 488 },
  { kind: "code", text: repeat(CODE, TIMES), tokens: 608 },
  { kind: "json", text: repeat(JSON_TEXT, TIMES), tokens: 512 },
  { kind: "numbers", text: repeat(NUMBERS, TIMES), tokens: 895 },
];
