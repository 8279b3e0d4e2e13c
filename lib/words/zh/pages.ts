/** 各页面的标题、描述与开头段落的中文文本。 */
import type { Translated } from "../catalogue";
import type { pages as english } from "../en/pages";

export const pages: Translated<typeof english> = {
  description: "发送前后都能看清：提示词在哪里被缓存、为什么未命中、要花多少钱。",
  picture: "Playground：一段提示词和它的账单",

  audit: "检测接入点",
  auditPurpose:
    "有的网关做了缓存却报告为零，有的报告命中却没有缓存，还有的把调用分散到不共享缓存的机器上。检测会发送全新的提示词，再逐一重发，并把耗时与 usage 中的数字对照。",
  connect: "接入编程工具",
  connectPurpose:
    "编程工具接入阿里云百炼所需的设置、它写入的标记中哪些在百炼生效，以及已知会使它损失缓存命中的问题。",
  layers: "分层",
  layersPurpose:
    "开源模型的缓存建在推理引擎里，而引擎之上的每一层都可能把下一次请求发到没有缓存的地方。跟踪每次请求经过路由、网关和主机的过程，切换某一层，看看会有什么变化。",
  probes: "探测接入点",
  probesPurpose:
    "官方文档留下了一些未定问题，第三方的说法也相互矛盾。每项探测提出其中一个问题：可用自己的密钥向服务提问，费用事先说明；也可免费向模拟器提问。对照和重复不能证实的，会明确说明。",
  record: "录制智能体的请求",
  recordPurpose:
    "把智能体指向本服务器的一个地址：请求原样转发，使用智能体自己的密钥，并留下一份副本。页面随后会说明每次请求命中了什么、哪些内容重新付了费，以及原因。保存之前会去除密钥等机密信息，但提示词会保留；全部内容随时可以删除。",
  recording: "录制",

  notFound: "页面不存在",
  notFoundMeans: "这个地址没有内容：可能有误，或已失效。",
  toPlayground: "打开 Playground",
};
