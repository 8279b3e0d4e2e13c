/** 撤销与重做的中文文本。 */
import type { Translated } from "../catalogue";
import type { undo as english } from "../en/undo";

export const undo: Translated<typeof english> = {
  undo: "撤销",
  undoAct: "撤销：{act}",
  undoHint: "撤销：{act}（{keys}）",
  nothingToUndo: "没有可撤销的操作",
  redo: "重做",
  redoAct: "重做：{act}",
  redoHint: "重做：{act}（{keys}）",
  nothingToRedo: "没有可重做的操作",
  withCost: "{said}{before} → {after}（{change}）",
};
