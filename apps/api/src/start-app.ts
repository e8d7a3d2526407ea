import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Ground } from './app.module.js';
import { configureHttp, createHttpAdapter } from './http/configure-http.js';
import { listen } from './http/listen.js';
import { serveApiDescription } from './http/openapi.js';
import { createLogger } from './logging/create-logger.js';

/** Puts the application together and listens. Throws in plain words when it cannot; nothing is left running then. */
export async function startApp(ground: Ground): Promise<NestFastifyApplication> {
  const { config } = ground;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(ground), createHttpAdapter(), {
    rawBody: true,
    abortOnError: false,
    logger: createLogger(config.logFormat),
  });
  configureHttp(app, { publicUrl: config.publicUrl });
  serveApiDescription(app);
  await listen(app, config);
  return app;
}
