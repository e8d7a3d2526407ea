import { ConnectorError, type IncomingEvent } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { notFound } from '../http/problem.js';
import type { FindSubjects } from '../matching/find-subjects.js';

/** A document as it is now. Throws a 404 when there is none, and ConnectorError when it cannot be asked for. */
export async function documentNow(findSubjects: FindSubjects, documentId: string): Promise<IncomingEvent> {
  try {
    return await findSubjects.readDocument(documentId);
  } catch (error) {
    if (error instanceof ConnectorError && error.errorClass === 'not_found')
      throw notFound(said`document ${documentId}`);
    throw error;
  }
}
