const statusWords = {
  'document.uploaded': 'Being created',
  'document.draft': 'Draft',
  'document.sent': 'Sent',
  'document.viewed': 'Viewed',
  'document.completed': 'Completed',
  'document.waiting_pay': 'Waiting for payment',
  'document.paid': 'Paid',
  'document.voided': 'Expired',
  'document.declined': 'Declined',
  'document.waiting_approval': 'Waiting for approval',
  'document.approved': 'Approved',
  'document.rejected': 'Rejected',
  'document.external_review': 'Changes suggested',
  'document.error': 'Failed',
  'document.scheduled': 'Scheduled',
};

export const statusWord = (status) => statusWords[status] ?? status;

/** How a status feels: going well, open, or ended badly. */
export function statusTone(status) {
  if (['document.completed', 'document.paid', 'document.approved'].includes(status)) return 'good';
  if (['document.declined', 'document.voided', 'document.rejected', 'document.error'].includes(status)) return 'bad';
  return status === 'document.draft' || status === 'document.uploaded' ? 'calm' : 'busy';
}

/** "EUR 1,234.50"; a dash without an amount. */
export function money(amount, currency) {
  if (amount === null || amount === undefined || amount === '') return '–';
  const text = Number(amount).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  return currency ? `${currency} ${text}` : text;
}

export const clock = (instant) => new Date(instant).toLocaleTimeString('en-GB');

export const day = (instant) =>
  instant ? new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }) : '–';

/** The words of a piece of HTML, without its tags. */
export function plainText(html) {
  return new DOMParser().parseFromString(html ?? '', 'text/html').body.textContent.trim();
}
