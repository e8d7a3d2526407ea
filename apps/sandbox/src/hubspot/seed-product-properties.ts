import { DAY, LONG_TEXT, NUMBER, SELECT, TEXT, calculated, type Choice, type Row } from './property-rows.js';

const FREQUENCIES: Choice[] = [
  ['weekly', 'Weekly'],
  ['biweekly', 'Biweekly'],
  ['monthly', 'Monthly'],
  ['quarterly', 'Quarterly'],
  ['per_six_months', 'Semi-annually'],
  ['annually', 'Annually'],
  ['per_two_years', 'Every two years'],
  ['per_three_years', 'Every three years'],
  ['per_four_years', 'Every four years'],
  ['per_five_years', 'Every five years'],
];

const SOLD: Row[] = [
  ['name', 'Name', TEXT],
  ['description', 'Description', LONG_TEXT],
  ['price', 'Unit price', NUMBER],
  ['hs_sku', 'SKU', TEXT],
  ['hs_cost_of_goods_sold', 'Unit cost', NUMBER],
  ['recurringbillingfrequency', 'Billing frequency', SELECT, { choices: FREQUENCIES }],
  ['hs_recurring_billing_period', 'Term', TEXT],
  ['hs_url', 'URL', TEXT],
  ['hs_images', 'Image URL', TEXT],
];

export const PRODUCT_ROWS: Row[] = [
  ...SOLD,
  [
    'hs_product_type',
    'Product type',
    SELECT,
    {
      choices: [
        ['inventory', 'Inventory'],
        ['non_inventory', 'Non-inventory'],
        ['service', 'Service'],
      ],
    },
  ],
  ['hs_price_eur', 'EUR', NUMBER],
  ['hs_price_usd', 'USD', NUMBER],
  ['hs_price_gbp', 'GBP', NUMBER],
];

export const LINE_ITEM_ROWS: Row[] = [
  ...SOLD,
  ['quantity', 'Quantity', NUMBER],
  ['discount', 'Unit discount', NUMBER],
  ['hs_discount_percentage', 'Discount percentage', NUMBER],
  ['hs_product_id', 'Product ID', NUMBER],
  ['hs_line_item_currency_code', 'Currency', SELECT],
  ['hs_position_on_quote', 'Position on quote', NUMBER],
  ['hs_tax_rate_group_id', 'Tax rate', TEXT],
  ['tax', 'Tax', NUMBER],
  ['hs_recurring_billing_start_date', 'Billing start date', DAY],
  ...calculated(NUMBER, 'amount', 'hs_pre_discount_amount', 'hs_total_discount', 'hs_tax_amount', 'hs_post_tax_amount'),
  ...calculated(NUMBER, 'hs_acv', 'hs_arr', 'hs_mrr', 'hs_tcv', 'hs_margin', 'hs_term_in_months'),
  ['delivery_week', 'Delivery week', TEXT, { custom: true }],
  [
    'warranty',
    'Warranty',
    SELECT,
    {
      custom: true,
      choices: [
        ['none', 'None'],
        ['1_year', '1 year'],
        ['3_years', '3 years'],
      ],
    },
  ],
  ['install_hours', 'Installation hours', NUMBER, { custom: true }],
];
