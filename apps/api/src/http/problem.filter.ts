import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { randomUUID } from 'node:crypto';
import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

/** As much of a Fastify reply as the filter uses. */
interface Reply {
  sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): Reply;
}

/** The one place where an error becomes an answer. Stacks go to the log, never out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<Reply>();
    if (reply.sent) return;
    const problem = problemOf(error) ?? this.mistake(error);
    const { retryAfterSeconds } = problem.details;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    reply.status(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem.body));
  }

  private mistake(error: unknown): Problem {
    const id = randomUUID();
    this.logger.error(`Unexpected error ${id}`, error instanceof Error ? error.stack : String(error));
    return new Problem(500, said`This is a mistake in Tandem, not in the request. Its log tells more under ${id}.`);
  }
}
