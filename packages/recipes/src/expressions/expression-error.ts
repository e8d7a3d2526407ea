/** The one error that evaluation throws. `pointer` (RFC 6901) leads from the evaluated value to the place. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';

  constructor(
    message: string,
    readonly pointer = '',
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
