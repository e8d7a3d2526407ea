/** The OpenAPI description of the built API, without starting it: nothing is opened, no controller is made. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export async function describeBuiltApi() {
  const api = new URL('../../api/dist/', import.meta.url);
  const ofApi = createRequire(new URL('main.js', api));
  await import(pathToFileURL(ofApi.resolve('reflect-metadata')).href);
  const { NestFactory } = await import(pathToFileURL(ofApi.resolve('@nestjs/core')).href);
  const { AppModule } = await import(new URL('app.module.js', api).href);
  const { createHttpAdapter } = await import(new URL('http/configure-http.js', api).href);
  const { describeApi } = await import(new URL('http/openapi.js', api).href);
  const ground = { config: { role: 'api' }, clock: {}, databaseUrl: 'postgresql://nowhere' };
  const app = await NestFactory.create(AppModule.on(ground), createHttpAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  const description = JSON.parse(JSON.stringify(describeApi(app)));
  description.paths = sorted(description.paths);
  description.components.schemas = sorted(description.components.schemas);
  return description;
}

/** By name, so that the order of the modules makes no difference. */
const sorted = (members) =>
  Object.fromEntries(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
