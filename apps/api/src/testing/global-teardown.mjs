/** Runs once after the tests of this workspace. */
export default async function tearDown() {
  await globalThis.stopTestServer?.();
}
