import type { Page } from 'playwright-core';

const MOST_PRESSES = 80;

/** Tab until the thing of that name has the focus, as people without a mouse do; back where it lies before. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${String(name)}`);
}

/** Go to a field with a list, open it and take the choice of that name. */
export async function choose(page: Page, field: RegExp, choice: string): Promise<void> {
  await tabTo(page, field);
  const options = page.getByRole('option', { name: choice, exact: true });
  if (!(await options.isVisible())) await page.keyboard.press('Enter');
  await options.waitFor();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const active = page.locator('[role="option"][data-combobox-selected]:visible');
    if ((await active.count()) === 1 && (await active.textContent()) === choice) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys never came to ${choice}`);
}

/** The name under which the focused element is read out. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null;
    const read = element?.cloneNode(true) as Element | undefined;
    for (const hidden of read?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
    return element?.getAttribute('aria-label') ?? label ?? read?.textContent ?? '';
  });
}
