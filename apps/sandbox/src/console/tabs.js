/** Tabs as the keyboard expects them: arrows move, only the chosen one is in the tab order. */
export function startTabs(list, changed) {
  const tabs = [...list.querySelectorAll('[role=tab]')];
  const chosen = () => tabs.find((tab) => tab.getAttribute('aria-selected') === 'true');
  const choose = (chosenTab) => {
    for (const tab of tabs) {
      const isChosen = tab === chosenTab;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen;
    }
    changed();
  };
  list.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]');
    if (tab) choose(tab);
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(chosen()) + step + tabs.length) % tabs.length];
    next.focus();
    choose(next);
  });
  return { chosen: () => chosen().id.replace('tab-', '') };
}
