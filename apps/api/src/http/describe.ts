import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { ProblemBody } from './problem.js';

/** Documents what an endpoint answers when all is well. */
export const Answers = (schema: z.ZodType, description: string, status = 200): MethodDecorator =>
  ApiResponse({ status, description, standardSchema: schema });

/** Documents that an endpoint answers without a body. */
export const AnswersNothing = (description: string): MethodDecorator => ApiResponse({ status: 204, description });

/** Documents the refusals of an endpoint, e.g. `Refuses({ 404: 'There is no such recipe' })`. */
export const Refuses = (problems: Record<number, string>): MethodDecorator =>
  applyDecorators(
    ...Object.entries(problems).map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
    ApiResponse({
      status: 400,
      description: 'A value is missing, unknown or of the wrong kind',
      standardSchema: ProblemBody,
    }),
  );
