import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

/** The console: a page at / that plays both sides, made of plain files. */
export const consolePage: FastifyPluginAsync = async (app) => {
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('console/', import.meta.url)),
    wildcard: false, // a wildcard at / would answer the twins' unknown paths
    cacheControl: false, // a newer sandbox on the same port must not meet an older page
    setHeaders: (reply) => {
      reply.header('content-security-policy', POLICY);
      reply.header('x-content-type-options', 'nosniff');
    },
  });
};
