import { getRouteApi } from '@tanstack/react-router';
import { SubjectPage } from './SubjectPage.js';

const deal = getRouteApi('/ledger/deals/$dealId');
const document = getRouteApi('/ledger/documents/$documentId');

export function DealPage() {
  const { dealId } = deal.useParams();
  return <SubjectPage key={dealId} subject={{ kind: 'deal', id: dealId }} />;
}

export function DocumentPage() {
  const { documentId } = document.useParams();
  return <SubjectPage key={documentId} subject={{ kind: 'document', id: documentId }} />;
}
