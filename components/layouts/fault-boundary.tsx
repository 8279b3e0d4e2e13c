"use client";
/** Catches what goes wrong while the page is drawn, so that no layout can keep the page from opening. */
import { Component, type ReactNode } from "react";

interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** What is shown instead. */
  readonly fallback: ReactNode;
}

interface FaultBoundaryState {
  readonly hasFailed: boolean;
}

/** React knows such a boundary as a class alone, and writes the fault to the console itself. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): FaultBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
