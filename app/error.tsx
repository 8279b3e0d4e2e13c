"use client";
/** What every page shows where it could not be drawn. React writes the fault to the console itself. */
import { PageFault } from "../components/fault/page-fault";

export default function PageError() {
  return <PageFault />;
}
