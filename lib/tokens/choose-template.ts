/** Which chat template, and which of its variants, a model is counted with. */
import type { Model } from "../offers/model";
import type { ChatTemplate } from "./chat-template";
import { templateQwen3 } from "./template-qwen3";
import { createTemplateQwen35 } from "./template-qwen35";

/** 3.8 and Qwen4 keep past thinking unless told otherwise; 3.5 to 3.7 drop it (open-weights templates, 2026). */
const PRESERVES = /^qwen(3\.8|4)/;
/** Qwen3.5 alone writes arguments as Python's `str()` does. */
const PYTHON_ARGUMENTS = /^qwen3\.5/;

/** Models whose template is not documented count with Qwen3.5's, as an estimate. */
export function chooseTemplate(model: Model | null, preserveThinking: boolean | null): ChatTemplate {
  if (model?.template === "qwen3") return templateQwen3;
  const name = model?.model ?? "";
  return createTemplateQwen35({
    argumentsAsJson: !PYTHON_ARGUMENTS.test(name),
    preserveThinking: preserveThinking ?? PRESERVES.test(name),
  });
}
