import type { ActionNeeds } from '../sdk/readiness.js';

const DEALS = ['crm.objects.deals.read', 'crm.objects.deals.write'];
const COMPANIES = ['crm.objects.companies.read', 'crm.objects.companies.write'];
/** The old scope still covers line items and products. */
const orECommerce = (scope: string) => [scope, 'e-commerce'];
const READ_ITEMS = orECommerce('crm.objects.line_items.read');
/** Notes and tasks have no scopes of their own: HubSpot asks for those of contacts. */
const ACTIVITIES = ['crm.objects.contacts.read', 'crm.objects.contacts.write'];

/** What each action needs of the portal and of the template. Scopes: developers.hubspot.com/scopes */
export const actionNeeds: Readonly<Record<string, ActionNeeds>> = {
  get_deal: { scopes: ['crm.objects.deals.read', READ_ITEMS] },
  find_deals: { scopes: ['crm.objects.deals.read'] },
  look_up_variables: {
    scopes: ['crm.objects.deals.read', 'crm.objects.companies.read', 'crm.objects.contacts.read'],
  },
  update_deal_stage: { scopes: DEALS },
  update_properties: { scopes: DEALS },
  update_from_fields: { scopes: [...DEALS, ...COMPANIES], template: 'fields' },
  reconcile_line_items: {
    scopes: [
      'crm.objects.deals.read',
      READ_ITEMS,
      orECommerce('crm.objects.line_items.write'),
      orECommerce('crm.objects.products.read'),
    ],
    template: 'pricing',
  },
  attach_file: { scopes: ['crm.objects.deals.read', 'files', ...ACTIVITIES] },
  create_note: { scopes: ACTIVITIES },
  create_task: { scopes: ACTIVITIES },
};
