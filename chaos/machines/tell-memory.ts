// Loaded before Griot by a run that watches its memory: tells the parent, after a full collection, what is really held.
const EVERY_MS = 5_000;

const tell = setInterval(() => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heap: heapUsed });
}, EVERY_MS);
tell.unref();
process.channel?.unref();
