/** 各缓存系统的文字：拒绝什么，以及请求为何这样命中。 */
import type { Translated } from "../catalogue";
import type { systems as english } from "../en/systems";

export const systems: Translated<typeof english> = {
  hostOfOnesOwn: "自有主机",
  moonshotObjects: "Moonshot v1（租用缓存对象）",
};
