/** Ends the process with one sentence when Node is too old; imported first, so its own syntax stays plain. */
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
}
