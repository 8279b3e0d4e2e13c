/** tokenizer.json 无法使用时的说明：问题、位置与修复方法。 */
import type { Translated } from "../catalogue";
import type { tokenizer as english } from "../en/tokenizer";

export const tokenizer: Translated<typeof english> = {
  nothing: "空",
  aList: "列表",
  anObject: "对象",
  noObject: "文件不是 tokenizer.json 那样的 JSON 对象：请加载 Qwen 模型的 tokenizer.json。",
  isConfig: "这是 tokenizer_config.json，不含词表：请加载同目录的 tokenizer.json。",
  isVocab: "这像是 vocab.json，不含合并规则：请加载同目录的 tokenizer.json。",
  noModel: "文件缺少 tokenizer.json 应有的 `model`：请加载 Qwen 模型的 tokenizer.json。",
  otherType: "`model.type` 是 {type}，而仅支持字节级 BPE：请加载 Qwen 模型的 tokenizer.json。",
  fieldNotSupported: "`model.{field}` 是 {value}，不受支持：请加载 Qwen 模型的 tokenizer.json。",
  vocabNoObject: "`model.vocab` 不是由 Token 与 id 组成的对象：请重新下载 tokenizer.json。",
  tooManyTokens: "`model.vocab` 有 {count} 个 Token，最多读取 2,000,000 个：请加载较小的 tokenizer.json。",
  noId: "`model.vocab` 中 Token {token} 的 id 是 {id}：id 应为 0 至 16,777,215 的整数。",
  idTwice: "`model.vocab` 把 id {id} 给了两个 Token：请重新下载 tokenizer.json。",
  bytesMissing:
    "`model.vocab` 缺少 256 个字节字符中的 {count} 个，不是字节级：请加载 Qwen 模型的 tokenizer.json。",
  tooLarge: "文件超过 60 MB 的读取上限：请加载 Qwen 模型的 tokenizer.json。",
  empty: "文件为空：请重新下载 tokenizer.json。",
  isPointer: "这是 Git LFS 指针，不是文件本身：请用 `git lfs pull` 取得文件后重新加载。",
  noJson: "文件不是 JSON，开头是 {beginning}：请加载 Qwen 模型的 tokenizer.json。",
  cutOff: "文件在 {length} 个字符后中断，JSON 不完整：请重新下载 tokenizer.json。",
  badJson: "文件完整，但不是有效的 JSON：请重新下载 tokenizer.json。",
  noUtf8: "文件不是 UTF-8 文本，可能是压缩包：请解压，或加载 Qwen 模型的 tokenizer.json。",
  addedNoList: "`added_tokens` 不是列表：请重新下载 tokenizer.json。",
  tooManyAdded: "`added_tokens` 有 {count} 个 Token，最多读取 10,000 个：请删去未使用的。",
  addedNotUsable: "`added_tokens[{index}]` 没有可用的 `id` 和 `content`：请重新下载 tokenizer.json。",
  addedTooLong: "附加 Token {token} 超过 200 个字符，不受支持：请删去它。",
  addedFlag: "附加 Token {token} 带有 `{flag}`，不受支持：如果不需要它参与计数，请设为 false。",
  mergesNoList: "`model.merges` 不是列表，而字节对编码需要它：请重新下载 tokenizer.json。",
  tooManyMerges: "`model.merges` 有 {count} 条合并规则，最多读取 1,000,000 条：请加载较小的 tokenizer.json。",
  mergeNotTwo: "`model.merges[{rank}]` 是 {merge}，而不是两个 Token：请重新下载 tokenizer.json。",
  mergeNeeds:
    "`model.merges[{rank}]` 需要 Token {token}，而 `model.vocab` 中没有：请重新下载 tokenizer.json。",
  mergeTwice: "`model.merges` 中同一对 Token 出现了两次，次序不明：请重新下载 tokenizer.json。",
  stepNoObject: "`{field}` 不是带有 `type` 的对象：请重新下载 tokenizer.json。",
  otherNormalizer:
    "`normalizer` 含有步骤 {step}，而仅支持 NFC 或不规范化：请加载 Qwen 模型的 tokenizer.json。",
  otherSplit:
    "`pre_tokenizer` 是 {found}，而仅支持 Split 后接 ByteLevel：请加载 Qwen 模型的 tokenizer.json。",
  byteLevelSplits:
    "`pre_tokenizer` 的 ByteLevel 步骤自行切分或添加空格，不受支持：请加载 Qwen 模型的 tokenizer.json。",
  splitNotIsolated:
    '`pre_tokenizer` 的 Split 步骤不是 "Isolated" 或被反转，不受支持：请加载 Qwen 模型的 tokenizer.json。',
  otherPattern:
    "`pre_tokenizer` 按模式 {pattern} 切分，不受支持（仅支持 Qwen2 至 Qwen3 以及 Qwen3.5 之后的模式）：请加载 Qwen 模型的 tokenizer.json。",
};
