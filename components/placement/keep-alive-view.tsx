"use client";
/** Whether keep-alive pings would pay on this scenario. */
export function KeepAliveView() {
  return null;
}
