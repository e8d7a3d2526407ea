/** Every page worth a picture, with what shows that it is complete. */
export async function pagesOf(stage) {
  const { items: runs } = await stage.api('GET', '/runs?limit=20');
  const run = runs.find(({ recipe }) => recipe.key === 'update-deal-properties') ?? runs[0];
  const deal = runs.map((one) => one.deal_id ?? one.deal?.id).find(Boolean);
  return [
    { name: 'home', path: '/', shows: 'main h1' },
    { name: 'templates', path: '/templates', shows: 'button[aria-label^="What is missing"]' },
    { name: 'recipe', path: '/recipes/update-line-items', shows: '.react-flow__node' },
    { name: 'runs', path: '/runs', shows: 'main a[href^="/runs/"]' },
    { name: 'run', path: `/runs/${run.id}`, shows: 'main h1' },
    { name: 'deal', path: `/ledger/deals/${deal}`, shows: 'main a[href^="/runs/"]' },
    { name: 'connections', path: '/connections', shows: 'main button' },
  ];
}
