/** Instructions of the batch preset: how to sort product reviews, with many worked examples. */

const goods = [
  "headphones",
  "kettle",
  "backpack",
  "desk lamp",
  "running shoes",
  "phone case",
  "office chair",
  "water bottle",
  "rain jacket",
  "keyboard",
  "frying pan",
  "tent",
  "alarm clock",
  "yoga mat",
  "toaster",
  "suitcase",
  "blender",
  "monitor",
  "bicycle lock",
  "bread knife",
  "curtain",
  "door mat",
  "fan heater",
  "garden hose",
  "hammock",
  "iron",
  "jigsaw puzzle",
  "ladder",
  "mirror",
  "notebook",
  "paint set",
  "quilt",
  "rug",
  "scarf",
  "thermos flask",
  "umbrella",
  "vase",
  "wallet",
  "printer",
  "xylophone",
];

const examples = [
  [
    "Positive",
    (thing: string) => `The ${thing} is even better than I hoped, great quality, and I would buy it again.`,
  ],
  [
    "Negative",
    (thing: string) => `The ${thing} broke after nine days and the seam came apart; I am sending it back.`,
  ],
  [
    "Neutral",
    (thing: string) =>
      `The ${thing} arrived on Tuesday in a brown box and looks like the one in the picture.`,
  ],
  ["Question", (thing: string) => `Does the ${thing} come in green as well, and is there a larger size?`],
  [
    "Complaint",
    (thing: string) => `You should really pack the ${thing} better; please add a manual in Chinese too.`,
  ],
] as const;

const reasons: Record<(typeof examples)[number][0], string> = {
  Positive: "praise outweighs everything else in the sentence",
  Negative: "a defect is reported and the goods go back",
  Neutral: "facts only, no judgement of the goods",
  Question: "the writer wants to know something before buying",
  Complaint: "the writer asks for an improvement of service or product",
};

export const reviewRules = `You sort product reviews. Answer with one word, the name of the category, and nothing else.

Categories: Positive, Negative, Neutral, Question, Complaint.

# Rules
1. Positive: praise or a recommendation, also when a small flaw is mentioned beside it.
2. Negative: disappointment, a defect or a return, also when the price is praised.
3. Neutral: facts without a judgement.
4. Question: the writer asks for information. A question that is only rhetorical does not count.
5. Complaint: the writer proposes an improvement or complains about the service.
6. If two categories fit, take the one that comes later in this list.
7. Irony counts as what it means, not as what it says.
8. Reviews in other languages are sorted by the same rules; the answer stays English.

# Worked examples
${goods
  .flatMap((thing, at) =>
    examples.map(([category, write], index) => {
      const number = at * examples.length + index + 1;
      return `Example ${number}. Review: "${write(thing)}" Category: ${category}, because ${reasons[category]}. Not sorted by price, length or spelling.`;
    }),
  )
  .join("\n")}

# Before you answer
Read the whole review first. Then ask yourself three questions: does the writer judge the goods, does the writer want to know something, and does the writer want something changed? If the answer to the last is yes, it is a Complaint; if only to the second, a Question; if only to the first, Positive or Negative, whichever weighs more; if to none of them, Neutral. Stars, emoji, prices, names of shops and the length of the text do not count. Text in capitals is not angrier than other text. A review that consists of one word is sorted by that one word alone. If the review is empty or cannot be read, answer Neutral. Do not explain the answer, do not translate it, do not repeat any word of the review, and do not add a full stop at the end.
`;
