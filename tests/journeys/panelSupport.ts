import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Person, select } from './scriptSupport.ts';

/** The card of the selected shot. */
export const cardOf = (page: Page): Locator => page.locator('[data-shot-card]');

/** How the selected shot stands at a gate. */
export const gateOf = (page: Page, gate: 'prompt' | 'script' = 'prompt'): Locator =>
  page.locator(`[data-shot-card] [data-gate="${gate}"]`);

/** Waits until the selected shot stands so on these screens. */
export async function expectState(
  pages: readonly Page[],
  state: string,
  gate: 'prompt' | 'script' = 'prompt',
): Promise<void> {
  for (const page of pages) await expect(gateOf(page, gate)).toHaveAttribute('data-state', state);
}

/** Selects a shot by its row in the panel. */
export async function pickShot(page: Page, label: string): Promise<void> {
  await page.getByRole('tab', { name: /^Shots/ }).click();
  await page
    .locator('button.srow')
    .filter({ has: page.locator('.lab', { hasText: new RegExp(`^${label}$`) }) })
    .click();
  await expect(cardOf(page)).toBeVisible();
}

export { putCaretBehind as pressBehind } from './scriptSupport.ts';

/** Makes a shot of words as soon as the screen offers it, which in a long script takes a moment. Gives its label. */
export async function coverWords(page: Page, first: string, last: string): Promise<string> {
  await select(page, first, last);
  await expect(page.getByRole('button', { name: /^New shot/ })).toBeVisible();
  await page.keyboard.press('Alt+s');
  await expect(page.locator('.tram.sel .lab')).toBeVisible();
  return (await page.locator('.tram.sel .lab').textContent()) ?? '';
}

/** Lets somebody into a project under a role. */
export async function invite(owner: Person, projectId: string, guest: Person, role: string): Promise<void> {
  const { origin } = new URL(owner.page.url());
  const headers = { origin };
  const invited = await owner.context.request.post(`/api/projects/${projectId}/invitations`, {
    data: { role, days: 1 },
    headers,
  });
  const { link } = (await invited.json()) as { link: string };
  const accepted = await guest.context.request.post(`/api/invitations/${link.split('/').at(-1)}/accept`, {
    data: {},
    headers,
  });
  expect(accepted.ok()).toBe(true);
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing on the screen as it is. */
export async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    name,
  ).toEqual([]);
}
