import { BadRequestException } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';

/** What a connector makes of a delivered body. Throws 400 in its words when that is not what its remote sends. */
export function readBody<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConnectorError && error.errorClass === 'validation')
      throw new BadRequestException(error.message);
    throw error;
  }
}
