/** What all popups look like: menus, lists of choices, cards on hover, toasts. */

/** Above the page and its dialogs. */
export const popupLayer = "z-50";

export const popupLook =
  "max-h-(--available-height) max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-panel text-[13px] text-ink shadow-raised outline-none";

/** A line of a menu or a list; the one that keys or the pointer are at is tinted. */
export const popupRow =
  "flex cursor-default items-center gap-3 rounded-md px-2.5 py-1 text-left outline-none select-none data-highlighted:bg-hover data-disabled:opacity-45";

/** A line of a list of choices, with its tick. */
export const optionRow =
  "grid cursor-default grid-cols-[0.875rem_1fr] items-center gap-x-1.5 rounded-md py-1 pr-3 pl-1.5 outline-none select-none data-highlighted:bg-hover data-disabled:opacity-45";

export const groupName = "px-2.5 pt-2 pb-0.5 text-[11.5px] font-medium text-mute";

/** Pixels between a popup and what opened it, and the screen's edge. */
export const POPUP_GAP = 4;
export const POPUP_MARGIN = 8;
