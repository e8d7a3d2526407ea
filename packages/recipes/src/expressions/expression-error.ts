import type { Said } from '../said.js';

/** The one error that evaluation throws. `pointer` (RFC 6901) leads from the evaluated value to the place. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  declare readonly message: Said;

  constructor(
    message: Said,
    readonly pointer = '',
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
