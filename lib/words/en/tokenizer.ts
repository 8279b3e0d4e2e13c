/** English texts of tokenizer: why a tokenizer.json cannot be used. */
export const tokenizer = {
  nothing: "nothing",
  aList: "a list",
  anObject: "an object",
  noObject: "The file is not a JSON object, as a tokenizer.json is: load the tokenizer.json of a Qwen model.",
  isConfig: "This is a tokenizer_config.json, which has no vocabulary: load the tokenizer.json beside it.",
  isVocab: "This looks like a vocab.json, which has no merges: load the tokenizer.json beside it.",
  noModel: "The file has no `model`, which a tokenizer.json has: load the tokenizer.json of a Qwen model.",
  otherType:
    "`model.type` is {type}, and only byte-level BPE is supported: load the tokenizer.json of a Qwen model.",
  fieldNotSupported:
    "`model.{field}` is {value}, which is not supported: load the tokenizer.json of a Qwen model.",
  vocabNoObject: "`model.vocab` is not an object of tokens and ids: download the tokenizer.json again.",
  tooManyTokens:
    "`model.vocab` has {count} tokens, and at most 2,000,000 are read: load a smaller tokenizer.json.",
  noId: "`model.vocab` gives the token {token} the id {id}: ids are whole numbers from 0 to 16,777,215.",
  idTwice: "`model.vocab` gives the id {id} to two tokens: download the tokenizer.json again.",
  bytesMissing:
    "`model.vocab` lacks {count} of the 256 byte characters, so it is not byte-level: load the tokenizer.json of a Qwen model.",
  tooLarge: "The file is larger than the limit of 60 MB: load the tokenizer.json of a Qwen model.",
  empty: "The file is empty: download the tokenizer.json again.",
  isPointer:
    "This is a Git LFS pointer and not the file itself: fetch it with `git lfs pull` and load it again.",
  noJson: "The file is not JSON, it begins with {beginning}: load the tokenizer.json of a Qwen model.",
  cutOff:
    "The file is cut off after {length} characters, inside its JSON: download the tokenizer.json again.",
  badJson: "The file is complete, but it is not valid JSON: download the tokenizer.json again.",
  noUtf8:
    "The file is not UTF-8 text; it may be compressed: unpack it, or load the tokenizer.json of a Qwen model.",
  addedNoList: "`added_tokens` is not a list: download the tokenizer.json again.",
  tooManyAdded: "`added_tokens` has {count} tokens, and at most 10,000 are read: remove those not in use.",
  addedNotUsable:
    "`added_tokens[{index}]` has no usable `id` and `content`: download the tokenizer.json again.",
  addedTooLong: "The added token {token} is longer than 200 characters, which is not supported: remove it.",
  addedFlag:
    "The added token {token} has `{flag}`, which is not supported: set it to false if counts without it will do.",
  mergesNoList:
    "`model.merges` is not a list, and byte-pair encoding needs one: download the tokenizer.json again.",
  tooManyMerges:
    "`model.merges` has {count} merges, and at most 1,000,000 are read: load a smaller tokenizer.json.",
  mergeNotTwo: "`model.merges[{rank}]` is {merge} and not two tokens: download the tokenizer.json again.",
  mergeNeeds:
    "`model.merges[{rank}]` needs the token {token}, which `model.vocab` lacks: download the tokenizer.json again.",
  mergeTwice:
    "`model.merges` lists a pair of tokens twice, so its rank is not clear: download the tokenizer.json again.",
  stepNoObject: "`{field}` is not an object with a `type`: download the tokenizer.json again.",
  otherNormalizer:
    "`normalizer` has the step {step}, and only NFC or none is supported: load the tokenizer.json of a Qwen model.",
  otherSplit:
    "`pre_tokenizer` is {found}, and only Split followed by ByteLevel is supported: load the tokenizer.json of a Qwen model.",
  byteLevelSplits:
    "The ByteLevel step of `pre_tokenizer` splits or adds a space itself, which is not supported: load the tokenizer.json of a Qwen model.",
  splitNotIsolated:
    'The Split step of `pre_tokenizer` is not "Isolated" or is inverted, which is not supported: load the tokenizer.json of a Qwen model.',
  otherPattern:
    "`pre_tokenizer` splits by the pattern {pattern}, which is not supported (only those of Qwen2 to Qwen3 and of Qwen3.5 onwards are): load the tokenizer.json of a Qwen model.",
} as const;
