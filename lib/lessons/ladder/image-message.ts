/** The lesson of a marker beside a photo: documented to count, measured not to; what is documented is played, and that is said. */
import { parentPointer } from "../../prompt/json-pointer";
import { placeMarkers, remark } from "../acts";
import { costOf, perThousand, rowOf } from "../facts";
import type { Lesson, Scene, Scored } from "../lesson";
import { ask, playWith, readManual } from "../scene-text";

const MODEL = "qwen3.8-max";
const PHOTO = "/messages/3/content/0";

/** What the report measured, in tokens: read in every turn; one message earlier, in two turns that follow each other. */
const SEEN = { flat: 23_494, before: 25_739, after: 25_838 };

const MARKER = { type: "ephemeral" };

/** @param photo false = the photo's message has no marker, as if the marker in it added nothing */
const scene = (photo: boolean): Scene => ({
  text: `${JSON.stringify(
    {
      model: MODEL,
      messages: [
        { role: "system", content: [{ type: "text", text: readManual(0, 150), cache_control: MARKER }] },
        { role: "user", content: "The sensor in the hall reacts only every second time." },
        { role: "assistant", content: "Please send me a photo of the wall it hangs on." },
        {
          role: "user",
          content: [
            { type: "image_url", image_url: { url: "https://example.com/wall.jpg" } },
            { type: "text", text: "Here it is.", ...(photo ? { cache_control: MARKER } : {}) },
          ],
        },
      ],
      enable_thinking: false,
    },
    null,
    2,
  )}\n`,
  settings: playWith(
    {
      name: "A photo, then three questions",
      duration: 4,
      reply: "The metal frame shields it. Move it a hand’s width to the left.",
      turns: [
        ask(40, "Done. It reacts every time now.", "Good. Fix it there with two screws."),
        ask(40, "Which screws does this wall need?", "For plasterboard, the ones with a wide thread."),
        ask(40, "And how high should it hang?", "At the height of the door handle."),
      ],
    },
    { model: MODEL, mediaSizes: { [PHOTO]: { width: 1280, height: 960 } } },
  ),
});

/** Tokens up to the end of the message with the photo; null where there is none any more. */
function endOfPhoto({ request }: Scored): number | null {
  const message = parentPointer(parentPointer(request.media[0]?.pointer ?? ""));
  return request.segments.find(({ pointer }) => pointer === message)?.prefix ?? null;
}

export const imageMessage: Lesson = {
  id: "image-message",
  scene: scene(true),
  others: { flat: scene(false) },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "marker" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      request: 2,
      question: {
        kind: "choice",
        choices: ["photo", "manual", "none"],
        answer({ start }) {
          const { read } = rowOf(start, 2);
          return read === 0 ? "none" : read >= (endOfPhoto(start) ?? 0) ? "photo" : "manual";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 2, tab: "why", spot: { on: "outcome", request: 2 } },
    { id: "seen", kind: "reveal", request: 2, tab: "problems", spot: { on: "problems" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "marker" },
      goal({ now }) {
        const end = endOfPhoto(now);
        if (end === null || now.timeline.turns.length < 4) return false;
        // No request relies on an entry that ends with the photo's message, and what is read grows beyond it all the same.
        return (
          now.timeline.turns.every(({ breakpoints }) => !breakpoints.includes(end)) &&
          rowOf(now, 4).read > end
        );
      },
      acts: [
        { id: "before", act: remark(1, "/messages/2") },
        { id: "along", act: placeMarkers("", [{ kind: "system" }, { kind: "last", back: 1 }]) },
      ],
    },
    { id: "after", kind: "reveal", request: 4, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const flat = others.flat?.totals.cost ?? null;
    return {
      model: MODEL,
      photo: start.request.media[0]?.tokens ?? 0,
      gap: start.timeline.turns[1]?.at ?? 0,
      read: rowOf(start, 2).read,
      manual: others.flat?.rows[1]?.read ?? 0,
      flat: SEEN.flat,
      seenBefore: SEEN.before,
      seenAfter: SEEN.after,
      last: rowOf(now, 4).read,
      start: perThousand(costOf(start)),
      flatCost: perThousand(flat),
      now: perThousand(costOf(now)),
    };
  },
  bites: { url: "https://github.com/QwenLM/qwen-code/pull/11651", asOf: "2026-11-21" },
  rule: "marker-in-image-message",
  text: {
    en: {
      title: "A marker beside a photo",
      about: "Documented is one thing, measured another: why a marker belongs on the message before a photo.",
      steps: {
        see: {
          heading: "The newest message holds a photo",
          body: "A support chat on <c>{model}</c>. The customer sends a photo, about {photo, number} tokens by its size. Two markers: one on the manual, one in the message with the photo, which is the newest.",
          notes:
            "Marking the newest message is what the lesson on chats taught. Every agent that reads screenshots sends requests like this one.",
        },
        predict: {
          heading: "The customer writes again",
          body: "Request 2 follows {gap, number} seconds later and repeats everything, the photo included.",
          question: "By the documentation: how much does request 2 read?",
          choices: {
            photo: "Everything up to and with the photo",
            manual: "The manual only",
            none: "Nothing",
          },
          notes: "Stress “by the documentation”. What comes afterwards hangs on these words.",
        },
        reveal: {
          heading: "Documented: {read, number} tokens",
          body: "A message has an end like any other, whether it holds a photo or not. The playground plays the <b>documented</b> rule, so request 2 reads the photo too. All figures on this map are of that kind.",
          notes:
            "No page of the documentation makes an exception for photos on this model. That is all the simulator can go by.",
        },
        seen: {
          heading: "Measured: the marker added nothing",
          body: "On this model somebody saw {flat, number} tokens read in turn after turn, although the rules promise more each time. One message earlier it grew from {seenBefore, number} to {seenAfter, number}. Here only the manual’s {manual, number} would be read. Counts are <b>estimates</b>; a bill settles them.",
          notes:
            "One public measurement, not a rule: say it like that. The page warns, but does not simulate it. The photo’s tokens are estimated from its size; calibrating with a usage of one’s own brings all counts closer.",
        },
        mend: {
          heading: "Be safe: one message earlier",
          body: "Move the marker from the photo’s message to the answer before it. Then go to request 2, move its marker there too, and let the rule be: <b>the message before the newest</b>. The next marker takes the photo along.",
          acts: {
            before: "The marker goes to the answer before the photo.",
            along: "In the requests that follow it stands one message before the newest.",
          },
          done: "Done: no entry ends with the photo’s message, and request 4 still reads {last, number} tokens.",
          notes:
            "Moving the marker alone is not enough: it would stay behind, and the photo would be paid in full in each request. That is why the goal asks what request 4 reads.",
        },
        after: {
          heading: "Safe: {now}. Hoping: {start} or {flatCost}",
          body: "A thousand such chats: with the marker beside the photo {start} if the documentation holds, {flatCost} if the measurement does. One message earlier it is {now}, and as far as anybody has seen the two agree there. Measure with your own key, then decide.",
          notes:
            "The good habit behind it: wherever rule and measurement differ, choose what is right under both, as long as it costs little.",
        },
      },
      bites:
        "In Qwen Code the tokens read stayed flat as long as the marker stood in a message with an image.",
      link: "Qwen Code, pull request 11651",
    },
    zh: {
      title: "照片旁边的标记",
      about: "文档怎么写是一回事，实测又是另一回事：为什么标记应放在照片之前的消息上。",
      steps: {
        see: {
          heading: "最新的消息里有一张照片",
          body: "一段客服对话，模型是 <c>{model}</c>。客户发来一张照片，按尺寸约 {photo, number} 个 Token。标记有两个：一个在手册上，一个在最新的、带照片的消息里。",
          notes: "标记最新的消息，正是多轮对话那一课教的。凡是要看截图的智能体，发送的都是这样的请求。",
        },
        predict: {
          heading: "客户又写了一句",
          body: "{gap, number} 秒之后是请求 2，它重复前面的全部内容，包括照片。",
          question: "按照文档，请求 2 能命中多少？",
          choices: {
            photo: "到照片为止的全部内容，包括照片",
            manual: "只有手册",
            none: "一点也没有",
          },
          notes: "请强调“按照文档”四个字，后面的内容全系于此。",
        },
        reveal: {
          heading: "按文档：{read, number} 个 Token",
          body: "消息有没有照片都一样，都有末尾。本工具按<b>文档</b>中的规则模拟，所以请求 2 连照片也命中。这张缓存图上的数字都是这样得来的。",
          notes: "对这个模型，文档里没有任何一处把照片列为例外。模拟只能以此为准。",
        },
        seen: {
          heading: "实测：这个标记毫无作用",
          body: "有人在这个模型上看到：每一轮都命中 {flat, number} 个 Token，一个不多，尽管按规则应当更多。标记提前一条消息，就从 {seenBefore, number} 涨到 {seenAfter, number}。换到这个场景里，就只能命中手册的 {manual, number} 个。Token 数只是<b>估算</b>，以账单为准。",
          notes:
            "这是一份公开的实测，不是规则，请照实说。页面会提醒，但不模拟它。照片的 Token 数按尺寸估算；用自己的 usage 校准之后，各项计数会更接近。",
        },
        mend: {
          heading: "稳妥的做法：提前一条消息",
          body: "把标记从带照片的消息移到它前面的回答上。再到请求 2 里同样移动标记，规则选<b>倒数第二条消息</b>。这样，下一个标记会把照片一起带进缓存。",
          acts: {
            before: "标记移到照片之前的回答上。",
            along: "在后续请求里，标记在倒数第二条消息上。",
          },
          done: "完成：没有条目结束在带照片的消息上，请求 4 仍命中 {last, number} 个 Token。",
          notes:
            "只移动标记还不够：它会停在原处，照片在每个请求里都按原价计费。所以目标要看请求 4 命中多少。",
        },
        after: {
          heading: "稳妥 {now}，碰运气 {start} 或 {flatCost}",
          body: "一千次这样的对话：标记在照片旁边时，如果文档说得对是 {start}，如果实测说得对是 {flatCost}。提前一条消息是 {now}，就目前所见，两者在这里一致。请用自己的 API Key 实测，再作决定。",
          notes: "背后的好习惯：规则与实测不一致时，如果代价很小，就选两种情况下都对的做法。",
        },
      },
      bites: "在 Qwen Code 中，只要标记在带图片的消息里，命中的 Token 数就一直不变。",
      link: "Qwen Code 的 pull request 11651",
    },
  },
};
