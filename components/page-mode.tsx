"use client";
/** How far the page may be changed: the whole playground, or a lesson or a frame in somebody's page, for reading or for playing. */
import { createContext, useContext } from "react";

export type PageMode = "page" | "read" | "interactive";

export const PageModeContext = createContext<PageMode>("page");

/** False in a frame that is for reading: nothing changes the request, a gap or a marker. */
export const useCanEdit = (): boolean => useContext(PageModeContext) !== "read";
