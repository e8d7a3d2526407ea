import type { FastifyInstance } from 'fastify';
import { Api } from '../api.js';
import { Fault } from './fault.js';
import type { FaultList } from './fault-list.js';
import { presetNames } from './preset-answer.js';

/** Switches faults on and off, at /control/faults. They are forgotten when the sandbox stops. */
export function faultControl(app: FastifyInstance, faults: FaultList): void {
  app.get('/faults', () => ({ faults: faults.list() }));
  app.get('/faults/presets', () => Object.fromEntries(Api.options.map((api) => [api, presetNames(api)])));
  app.post('/faults', (request, reply) => reply.code(201).send(faults.add(Fault.parse(request.body))));
  app.delete('/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>('/faults/:id', (request, reply) =>
    faults.remove(Number(request.params.id))
      ? reply.code(204).send()
      : reply.code(404).send({ error: `There is no fault ${request.params.id}.` }),
  );
}
