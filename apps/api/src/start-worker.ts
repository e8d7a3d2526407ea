import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule, type Ground } from './app.module.js';
import { ProbesModule } from './health/probes.module.js';
import { configureHttp, createHttpAdapter } from './http/configure-http.js';
import { listen } from './http/listen.js';
import { createLogger } from './logging/create-logger.js';
import { Meters } from './metrics/meters.js';

/**
 * The rooms without their routes: only /api/health and /api/metrics are served, so that a supervisor of processes can
 * look after it. Throws in plain words when it cannot start; nothing is left running then.
 */
export async function startWorker(ground: Ground): Promise<{ close(): Promise<void> }> {
  const logger = createLogger(ground.config.logFormat);
  const worker = await NestFactory.createApplicationContext(AppModule.on(ground), { abortOnError: false, logger });
  try {
    const probes = await serveProbes(worker, ground);
    return {
      close: async () => {
        await worker.close();
        await probes.close();
      },
    };
  } catch (error) {
    await worker.close();
    throw error;
  }
}

async function serveProbes(worker: INestApplicationContext, { config }: Ground): Promise<NestFastifyApplication> {
  const shared = { dataSource: worker.get(DataSource), meters: worker.get(Meters) };
  const probes = await NestFactory.create<NestFastifyApplication>(ProbesModule.of(shared), createHttpAdapter(), {
    abortOnError: false,
  });
  configureHttp(probes, { publicUrl: config.publicUrl });
  await listen(probes, config);
  return probes;
}
