"use client";
/** Carries out what a row is asked for, as an edit of the text, and says so; the focus follows the row. */
import { useCallback } from "react";
import type { EditResult } from "../../lib/prompt/marker-edits";
import {
  addMessage,
  duplicateMessage,
  moveMessage,
  pointerBehind,
  removeMessage,
} from "../../lib/prompt/message-edits";
import { messageIndex } from "../../lib/prompt/message-place";
import { moveTool, removeTool } from "../../lib/prompt/tool-edits";
import { type Message, type Said, tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { type RowAction, roleAfter } from "./row-actions";
import type { SegmentRow } from "./segment-rows";

export interface RowEdits {
  run(row: SegmentRow, action: RowAction): void;
  /** Moves a message to where another row's message is. */
  moveTo(row: SegmentRow, target: SegmentRow): void;
  moveTool(pointer: string, name: Said, toIndex: number): void;
  removeTool(pointer: string, name: Said): void;
}

/** @param focusLater takes the focus to an element of the panel once the change is on the screen */
export function useRowEdits(
  rows: readonly SegmentRow[],
  focusLater: (pointer: string, selector: string) => void,
): RowEdits {
  const { store, actions } = usePlaygroundStore();

  const apply = useCallback(
    (edit: (text: string) => EditResult, announcement: Message): boolean => {
      const result = edit(store.getState().text);
      if (result.ok) actions.applyEdits(result.edits, announcement);
      else actions.warn(result.reason);
      return result.ok;
    },
    [store, actions],
  );

  const moveTo = useCallback(
    (row: SegmentRow, target: SegmentRow): void => {
      const index = messageIndex(target.pointer);
      if (index === null || !target.isMessage) {
        actions.announce(tell("segments.cannotMoveThere"));
        return;
      }
      const said = tell("segments.messageMoved", { place: `${target.place}`, role: row.role });
      if (apply((text) => moveMessage(text, row.pointer, index), said)) {
        focusLater(target.pointer, segmentSelector(target.pointer));
      }
    },
    [actions, apply, focusLater],
  );

  const run = useCallback(
    (row: SegmentRow, action: RowAction): void => {
      const { pointer, role, place } = row;
      const at = rows.indexOf(row);
      const index = messageIndex(pointer);
      const next = pointerBehind(store.getState().text, pointer);
      if (action === "add") {
        const said = tell("segments.messageAdded", { place: `${place + 1}`, role: roleAfter(role) });
        if (apply((text) => addMessage(text, pointer, roleAfter(role)), said)) {
          focusLater(next, segmentSelector(next));
        }
      } else if (action === "duplicate") {
        const said = tell("segments.messageDuplicated", { place: `${place}`, role });
        if (apply((text) => duplicateMessage(text, pointer), said)) focusLater(next, segmentSelector(next));
      } else if (action === "remove") {
        const neighbour = rows[at + 1]?.isMessage ? pointer : (rows[at - 1]?.pointer ?? pointer);
        if (
          apply(
            (text) => removeMessage(text, pointer),
            tell("segments.messageRemoved", { place: `${place}`, role }),
          )
        ) {
          focusLater(neighbour, segmentSelector(neighbour));
        }
      } else {
        const target = rows[at + (action === "up" ? -1 : 1)];
        if (index !== null && target?.isMessage && messageIndex(target.pointer) !== null) moveTo(row, target);
        else {
          actions.announce(tell(action === "up" ? "segments.isFirst" : "segments.isLast"));
        }
      }
    },
    [rows, store, actions, apply, focusLater, moveTo],
  );

  const shiftTool = useCallback(
    (pointer: string, name: Said, toIndex: number): void => {
      const target = `/tools/${toIndex}`;
      if (
        apply(
          (text) => moveTool(text, pointer, toIndex),
          tell("segments.toolMoved", { name, place: `${toIndex + 1}` }),
        )
      ) {
        focusLater("/tools", `[data-tool="${target}"]`);
      }
    },
    [apply, focusLater],
  );

  const dropTool = useCallback(
    (pointer: string, name: Said): void => {
      apply((text) => removeTool(text, pointer), tell("segments.toolRemoved", { name }));
    },
    [apply],
  );

  return { run, moveTo, moveTool: shiftTool, removeTool: dropTool };
}

const segmentSelector = (pointer: string): string => `[data-segment="${pointer}"]`;
