/** Loaded into the server before Next: ends it when the process that started it is gone, even if killed. */
process.once("disconnect", () => process.exit());
// The channel alone must not keep a server alive that has stopped serving.
process.channel?.unref();
