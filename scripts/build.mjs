/** Builds every workspace. Quiet when there is nothing to do. */
import { pathToFileURL } from 'node:url';
import { bundle, isBrowserApp } from './bundle.mjs';
import { compile } from './compile.mjs';
import { workspaces } from './workspaces.mjs';

export async function build() {
  const programs = workspaces.filter((workspace) => !isBrowserApp(workspace));
  const written = await Promise.all(programs.map((workspace) => compile(workspace)));
  for (const app of workspaces.filter(isBrowserApp)) written.push(await bundle(app)); // from the compiled packages
  return written.reduce((sum, count) => sum + count, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const written = await build();
  if (written > 0) console.log(`Built ${written} files`);
}
