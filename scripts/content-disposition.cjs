/**
 * Jest on Node 20 cannot `require` an ES module, though Node itself can. `content-disposition` is the one that a
 * CommonJS package of ours requires (@fastify/static); jest.config.mjs sends that `require` here.
 */
const { createRequire } = process.getBuiltinModule('node:module');
const fromStatic = createRequire(require.resolve('@fastify/static'));

module.exports = fromStatic('content-disposition');
