"use client";
/** Leads to the pages beside the playground. */
import { MenuButton } from "../ui/menu-button";
import { PAGES } from "./pages";

const items = PAGES.map(({ href, label }) => ({ label, href }));

export const ToolsMenu = () => <MenuButton label="Tools" items={items} />;
