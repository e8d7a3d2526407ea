import { BadRequestException, NotFoundException, UnauthorizedException } from '@nestjs/common';
import type { RawRequest } from '@tandem/connectors';
import { TEST_HEADER } from '../connections/try-webhook.js';
import type { WebhookReceipts, WebhookVerdict } from '../connections/webhook-receipts.js';

/** Takes a delivery and counts what came of it. A test of our own is taken like any, but is none of the remote's. */
export async function withReceipt<T>(
  receipts: WebhookReceipts,
  connectionId: string,
  { headers }: Pick<RawRequest, 'headers'>,
  take: () => Promise<T>,
): Promise<T> {
  const note = (verdict: WebhookVerdict | undefined): void => {
    if (verdict !== undefined && headers[TEST_HEADER] === undefined) receipts.note(connectionId, verdict);
  };
  try {
    const taken = await take();
    note('accepted');
    return taken;
  } catch (error) {
    note(refusalOf(error));
    throw error;
  }
}

/** undefined: it was not the delivery that was wrong. */
function refusalOf(error: unknown): WebhookVerdict | undefined {
  if (error instanceof UnauthorizedException) return 'bad_signature';
  if (error instanceof BadRequestException) return 'bad_body';
  return error instanceof NotFoundException ? 'no_secret' : undefined;
}
