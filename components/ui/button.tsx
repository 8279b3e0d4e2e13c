/** The page's buttons: quiet by default, one main action in ink. */
import type { ButtonHTMLAttributes, Ref } from "react";
import { Hint } from "./hint";

type Look = "quiet" | "main" | "link";

const looks: Record<Look, string> = {
  quiet: "border border-line bg-panel px-2.5 py-1 hover:bg-hover",
  main: "border border-ink bg-ink px-2.5 py-1 font-medium text-panel hover:opacity-90",
  link: "px-0 py-0 font-medium text-accent hover:underline",
};

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "title"> {
  readonly look?: Look;
  readonly ref?: Ref<HTMLButtonElement>;
  /** A few words on hover and focus. */
  readonly hint?: string | undefined;
}

export function Button({ look = "quiet", className = "", hint, ...rest }: ButtonProps) {
  return (
    <Hint text={hint}>
      <button
        type="button"
        className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-md disabled:cursor-not-allowed disabled:opacity-50 ${looks[look]} ${className}`}
        {...rest}
      />
    </Hint>
  );
}
