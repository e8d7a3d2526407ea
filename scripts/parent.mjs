/**
 * Calls back once when the npm that started us is gone. A signal sent to npm itself ends npm and its shell, but does not
 * reach us. Without npm nothing is watched: who starts us in the background and leaves wants us to stay.
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 300);
  timer.unref();
}
